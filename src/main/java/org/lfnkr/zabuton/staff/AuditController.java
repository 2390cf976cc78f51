package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.TreeMap;

/** Who did what, when and why, and how it was before and after. */
@Controller
@Needs(Right.SEE_AUDIT)
@RequestMapping("/{lang:en|ja}/desk/audit")
class AuditController {

    private final AuditTrail audit;
    private final Accounts accounts;
    private final Messages messages;

    AuditController(AuditTrail audit, Accounts accounts, Messages messages) {
        this.audit = audit;
        this.accounts = accounts;
        this.messages = messages;
    }

    @InMenu(value = DeskEntry.HOUSE, title = "staff.audit.title", place = 80)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, AuditQuery query) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return audit.list(query.filter(), query.last())
                .zipWith(people())
                .map(both -> page(query, both.getT1(), both.getT2()));
    }

    /** The mail addresses of open accounts, by their ids. */
    private Mono<Map<String, String>> people() {
        return accounts.open()
                .collectMap(
                        it -> it.account().id().toString(), Accounts.Person::mail, TreeMap::new);
    }

    private Rendering page(AuditQuery query, Slice<AuditEntry> shown, Map<String, String> people) {
        return Page.of("staff/audit")
                .with("query", query)
                .with("shown", shown)
                .with("people", people)
                .with("acts", messages.below("audit.act."))
                .rendering();
    }
}
