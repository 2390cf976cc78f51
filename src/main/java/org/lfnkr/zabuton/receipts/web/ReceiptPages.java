package org.lfnkr.zabuton.receipts.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.MemberGift;
import org.lfnkr.zabuton.giving.MemberGifts;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.receipts.Receipt;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Gathers what the pages about receipts show. */
@Component
class ReceiptPages {

    private final Receipts receipts;
    private final MemberGifts gifts;
    private final Supporters supporters;
    private final Clock clock;

    ReceiptPages(Receipts receipts, MemberGifts gifts, Supporters supporters, Clock clock) {
        this.receipts = receipts;
        this.gifts = gifts;
        this.supporters = supporters;
        this.clock = clock;
    }

    Mono<Rendering> list(Member member) {
        return Mono.zip(
                        receipts.of(member).collectList(),
                        receipts.unconfirmed(member).collectList(),
                        gifts.of(member).collectList())
                .map(all -> list(all.getT1(), all.getT2(), all.getT3()));
    }

    private Rendering list(List<Receipt> issued, List<MemberGift> open, List<MemberGift> all) {
        int thisYear = BusinessDate.of(clock.instant()).getYear();
        return Page.of("receipts/list")
                .with("issued", issued)
                .with("open", open.reversed())
                .with("openYears", years(open).stream().filter(year -> year < thisYear).toList())
                .with("years", years(all))
                .rendering();
    }

    private static List<Integer> years(List<MemberGift> gifts) {
        return gifts.stream()
                .map(gift -> BusinessDate.of(gift.charge().chargedAt()).getYear())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The form for a receipt's addressee, with the name on record to begin with. */
    Mono<Rendering> form(Member member, String scope) {
        return supporters
                .recipient(member.subject())
                .map(Recipient::name)
                .defaultIfEmpty("")
                .map(name -> form(scope, null, Form.filled(Map.of("name", name))));
    }

    Mono<Rendering> form(Member member, Receipt replaced) {
        return supporters
                .recipient(member.subject())
                .map(Recipient::name)
                .defaultIfEmpty("")
                .map(name -> form("", replaced, Form.filled(Map.of("name", name))));
    }

    Rendering form(String scope, @Nullable Receipt replaced, Form form) {
        return Page.of("receipts/form")
                .with("scope", scope)
                .with("replaced", replaced)
                .with("form", form)
                .rendering();
    }
}
