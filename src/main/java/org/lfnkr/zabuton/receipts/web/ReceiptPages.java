package org.lfnkr.zabuton.receipts.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Giver;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.giving.givers.MemberGifts;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.receipts.Addressee;
import org.lfnkr.zabuton.receipts.Receipt;
import org.lfnkr.zabuton.receipts.ReceiptScope;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Organisation;
import org.lfnkr.zabuton.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers what the pages about receipts show. */
@Component
class ReceiptPages {

    private final Receipts receipts;
    private final MemberGifts gifts;
    private final Supporters supporters;
    private final Organisation organisation;
    private final Clock clock;

    ReceiptPages(
            Receipts receipts,
            MemberGifts gifts,
            Supporters supporters,
            Organisation organisation,
            Clock clock) {
        this.receipts = receipts;
        this.gifts = gifts;
        this.supporters = supporters;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Gifts of a year by one giver, that wait for a receipt.
     *
     * @param scope as the form takes it; no name in it
     */
    record OpenYear(int year, String scope, Giver giver) {}

    /**
     * @param open the gift that stood last on the page before, of those without a receipt
     * @param issued the receipt that stood last on the page before
     */
    record Place(String open, String issued) {}

    Mono<Rendering> list(Member member, Place place) {
        return Mono.zip(
                        receipts.of(member).collectList(),
                        receipts.unconfirmed(member).collectList(),
                        gifts.of(member).collectList())
                .map(all -> list(place, all.getT1(), all.getT2(), all.getT3()));
    }

    private Rendering list(
            Place place, List<Receipt> issued, List<MemberGift> open, List<MemberGift> all) {
        int thisYear = BusinessDate.of(clock.instant()).getYear();
        return Page.of("receipts/list")
                .with("place", place)
                .with("issued", Slice.of(issued, it -> it.id().value(), Slice.id(place.issued())))
                .with("open", Slice.of(open.reversed(), ReceiptPages::id, Slice.id(place.open())))
                .with("openYears", openYears(open, thisYear))
                .with("several", all.stream().map(MemberGift::giver).distinct().count() > 1)
                .with("years", years(all))
                .rendering();
    }

    private static UUID id(MemberGift gift) {
        return gift.charge().payment().value();
    }

    private static List<Integer> years(List<MemberGift> gifts) {
        return gifts.stream()
                .map(gift -> BusinessDate.of(gift.charge().chargedAt()).getYear())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Newest first. */
    private static List<OpenYear> openYears(List<MemberGift> open, int thisYear) {
        Map<String, OpenYear> years = new LinkedHashMap<>();
        for (MemberGift gift : open.reversed()) {
            int year = BusinessDate.of(gift.charge().chargedAt()).getYear();
            String scope = year + ":" + gift.charge().payment().value();
            years.putIfAbsent(year + gift.giver().name(), new OpenYear(year, scope, gift.giver()));
        }
        return years.values().stream().filter(it -> it.year() < thisYear).toList();
    }

    /** The form for a receipt's addressee, with the giver to begin with; empty without a gift. */
    Mono<Rendering> form(Member member, ReceiptScope scope, String typed) {
        return receipts.unconfirmed(member)
                .collectList()
                .mapNotNull(gifts -> scope.of(gifts).stream().findFirst().orElse(null))
                .map(gift -> new Addressee(gift.giver().name(), gift.giver().group(), ""))
                .map(giver -> form(typed, null, filled(giver)));
    }

    Mono<Rendering> form(Member member, Receipt replaced) {
        return receipts.addressee(replaced)
                .switchIfEmpty(known(member))
                .map(before -> form("", replaced, filled(before)));
    }

    private Mono<Addressee> known(Member member) {
        return supporters
                .recipient(member.subject())
                .map(Recipient::name)
                .defaultIfEmpty("")
                .map(name -> new Addressee(name, false, ""));
    }

    private static Form filled(Addressee addressee) {
        Map<String, String> values = new HashMap<>();
        values.put("name", addressee.name());
        values.put("address", addressee.address());
        if (addressee.group()) {
            values.put("group", "yes");
        }
        return Form.filled(values);
    }

    /** Whether receipts serve a tax office, which wants the giver's address. */
    boolean certified() {
        return organisation.certification() != null;
    }

    Rendering form(String scope, @Nullable Receipt replaced, Form form) {
        return Page.of("receipts/form")
                .with("scope", scope)
                .with("replaced", replaced)
                .with("certified", certified())
                .with("form", form)
                .rendering();
    }
}
