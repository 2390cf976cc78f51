package org.lfnkr.zabuton.content.web;

import org.lfnkr.zabuton.content.CountedExample;
import org.lfnkr.zabuton.content.Disclosure;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.content.OfferedTerms;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Organisation;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** Pages whose words stand in the messages; a template each, of the same name as the page. */
@Controller
@RequestMapping("/{lang}")
class ContentController {

    private final Disclosure disclosure;
    private final OfferedTerms terms;
    private final Organisation organisation;
    private final CountedExample examples;

    ContentController(
            Disclosure disclosure,
            OfferedTerms terms,
            Organisation organisation,
            CountedExample examples) {
        this.disclosure = disclosure;
        this.terms = terms;
        this.organisation = organisation;
        this.examples = examples;
    }

    @GetMapping("/{page:about|privacy|accessibility}")
    String page(@PathVariable String page) {
        return "content/" + page;
    }

    @GetMapping("/how-we-count")
    Mono<Rendering> counting(Language language) {
        return examples.of(language)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(
                        example ->
                                Page.of("content/how-we-count")
                                        .with("example", example.orElse(null))
                                        .rendering());
    }

    @GetMapping("/faq")
    String faq(Language language, Model model) {
        model.addAttribute("payment", terms.payment(language));
        model.addAttribute("paymentTime", terms.paymentTime(language));
        model.addAttribute("returns", terms.returns(language));
        return "content/faq";
    }

    @GetMapping("/contact")
    String contact(Model model) {
        model.addAttribute("organisation", organisation);
        return "content/contact";
    }

    @GetMapping("/disclosure")
    String disclosure(Language language, Model model) {
        model.addAttribute("entries", disclosure.entries(language));
        return "content/disclosure";
    }

    @GetMapping("/gift-terms")
    String giftTerms(Model model) {
        model.addAttribute("version", GiftTerms.VERSION);
        return "content/gift-terms";
    }
}
