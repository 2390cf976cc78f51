package org.lfnkr.zabuton.approvals;

import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What waits for a second person, what one proposed oneself, and what was decided. */
@Controller
@Needs(Right.SEE_APPROVALS)
@RequestMapping("/{lang:en|ja}/desk/approvals")
class ApprovalsController {

    private static final String WAITING = "waiting";
    private static final String MINE = "mine";
    private static final String DECIDED = "decided";
    private static final List<String> LISTS = List.of(WAITING, MINE, DECIDED);

    private final ApprovalLists lists;
    private final Kinds kinds;
    private final Signatories signatories;
    private final ApprovalPages pages;
    private final Clock clock;

    ApprovalsController(
            ApprovalLists lists,
            Kinds kinds,
            Signatories signatories,
            ApprovalPages pages,
            Clock clock) {
        this.lists = lists;
        this.kinds = kinds;
        this.signatories = signatories;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param list which of the three
     * @param before the number of the approval that stood last on the page before
     */
    @InMenu(value = DeskEntry.TODAY, title = "approvals.title", place = 20)
    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange,
            Language language,
            Authentication staff,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String before) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Reader reader = Reader.of(staff);
        String chosen = LISTS.contains(list) ? list : reader.seesAll() ? WAITING : MINE;
        return shown(reader, chosen, number(before))
                .zipWith(lists.count(reader.account(), kinds.readWith(reader.rights())))
                .flatMap(
                        both ->
                                names(both.getT1())
                                        .map(
                                                names ->
                                                        page(
                                                                chosen,
                                                                before.isEmpty(),
                                                                both.getT1(),
                                                                both.getT2().count(),
                                                                names,
                                                                reasons(both.getT1(), language))));
    }

    private Mono<Slice<Approval>> shown(Reader reader, String list, long before) {
        String[] readable = kinds.readWith(reader.rights());
        return switch (list) {
            case MINE -> lists.proposedBy(reader.account(), before);
            case DECIDED -> lists.decided(readable, before);
            default -> lists.waiting(reader.account(), readable, before);
        };
    }

    private static long number(String typed) {
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
    }

    /** What those are called who proposed; of closed accounts nothing is known any more. */
    private Mono<Map<UUID, String>> names(Slice<Approval> shown) {
        return Flux.fromStream(shown.items().stream().map(Approval::proposer).distinct())
                .concatMap(it -> signatories.called(it).map(name -> Map.entry(it, name)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Map<UUID, String> reasons(Slice<Approval> shown, Language language) {
        return shown.items().stream()
                .collect(toMap(Approval::id, it -> pages.reason(it, language)));
    }

    private Rendering page(
            String list,
            boolean latest,
            Slice<Approval> shown,
            long waiting,
            Map<UUID, String> names,
            Map<UUID, String> reasons) {
        return Page.of("approvals/approvals")
                .with("lists", LISTS)
                .with("list", list)
                .with("latest", latest)
                .with("shown", shown)
                .with("waiting", waiting)
                .with("names", names)
                .with("reasons", reasons)
                .with("now", clock.instant())
                .rendering();
    }
}
