package org.lfnkr.zabuton.web.page;

import org.lfnkr.zabuton.web.Retyped;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Hands the shared model to every page; the form's token comes with the request. */
@ControllerAdvice
class PageModelAdvice {

    private final PageModel page;

    PageModelAdvice(PageModel page) {
        this.page = page;
    }

    @ModelAttribute
    void shell(ServerWebExchange exchange, Model model) {
        model.addAllAttributes(page.of(exchange.getRequest(), FormsAgain.claimedPage(exchange)));
        model.addAttribute("expired", Retyped.isExpired(exchange));
    }
}
