package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.impact.ImpactSentence;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.SoldLine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A refund and what follows from it, as a second person reads and signs it. */
final class RefundMatter {

    private RefundMatter() {}

    /**
     * @param english the order with its goods called so
     * @param japanese the same
     */
    static Matter of(String kind, RefundPreview preview, OrderStory english, OrderStory japanese) {
        Order order = preview.known().order();
        return new Matter(
                Words.of("refunds.approval.title", preview.amount(), order.reference()),
                List.of(
                        new Fact("refunds.buyer", buyer(preview)),
                        new Fact("refunds.shelf", shelf(preview, english, japanese)),
                        new Fact("refunds.funds", funds(preview)),
                        new Fact("refunds.promise", promise(preview)),
                        new Fact("refunds.reason", reason(preview))),
                "/desk/orders/" + order.reference(),
                content(kind, preview));
    }

    private static Words buyer(RefundPreview preview) {
        return Words.list(
                List.of(
                        Words.plain(preview.amount()),
                        Words.of("refunds.means." + preview.known().meansCode())));
    }

    private static List<Words> shelf(
            RefundPreview preview, OrderStory english, OrderStory japanese) {
        return preview.pieces().isEmpty()
                ? List.of(Words.of("refunds.shelf.none"))
                : preview.pieces().stream().map(piece -> shelf(piece, english, japanese)).toList();
    }

    private static Words shelf(RefundPreview.Shelf piece, OrderStory english, OrderStory japanese) {
        SoldLine en = english.lines().get(piece.refunded().position());
        SoldLine ja = japanese.lines().get(piece.refunded().position());
        return Words.of(
                "refunds.shelf." + piece.code(),
                new Bilingual(en.name(), ja.name()),
                new Bilingual(en.colour(), ja.colour()),
                piece.refunded().quantity(),
                piece.before(),
                piece.after());
    }

    private static List<Words> funds(RefundPreview preview) {
        List<Words> parts = new ArrayList<>();
        preview.forecast()
                .funds()
                .forEach(
                        (fund, yen) ->
                                parts.add(
                                        Words.of("refunds.fund", preview.known().name(fund), yen)));
        if (preview.forecast().tax().isPositive()) {
            parts.add(Words.of("refunds.tax", preview.forecast().tax()));
        }
        if (preview.forecast().goodwill().isPositive()) {
            parts.add(Words.of("refunds.goodwill.borne", preview.forecast().goodwill()));
        }
        return parts.isEmpty() ? List.of(Words.of("refunds.funds.none")) : parts;
    }

    private static Words promise(RefundPreview preview) {
        ImpactStory before = preview.known().impact();
        ImpactStory after = preview.impact();
        if (before == null || after == null) {
            return Words.of("refunds.promise.none");
        }
        return before.readsAs(after)
                ? Words.of("refunds.promise.stays", sentence(after))
                : Words.of("refunds.promise.falls", sentence(before), sentence(after));
    }

    /** As the buyer's page says it. */
    private static Words sentence(ImpactStory story) {
        ImpactSentence said = story.sentence();
        Bilingual name = story.price().name();
        return Words.of(
                said.key(),
                Words.of(said.amountKey(), story.told(), name),
                Words.of(said.nextKey(), name),
                Words.of(said.amountKey(), story.units(), name),
                Words.of(said.shortKey(), story.progress().bought()),
                Words.of(said.shortKey(), story.progress().delivered()));
    }

    private static Words reason(RefundPreview preview) {
        RefundWish wish = preview.wish();
        Words reason = Words.of("refunds.reason." + wish.reason().code());
        return wish.note().isEmpty()
                ? reason
                : Words.list(List.of(reason, Words.plain(wish.note())));
    }

    /**
     * The refund to the yen, what becomes of each piece, and what the books and the promise lose.
     */
    private static Content content(String kind, RefundPreview preview) {
        RefundWish wish = preview.wish();
        Order order = preview.known().order();
        return Content.of(
                kind,
                "refund",
                wish.id(order.id()),
                "order",
                order.id().value(),
                "payment",
                order.payment(),
                "yen",
                preview.amount().yen(),
                "lines",
                lines(wish),
                "shipping",
                wish.shipping().yen(),
                "gift",
                wish.gift().yen(),
                "goodwill",
                wish.goodwill().yen(),
                "reason",
                wish.reason().code(),
                "follows",
                preview.consequences());
    }

    private static String lines(RefundWish wish) {
        return wish.lines().stream()
                .map(
                        it ->
                                it.line().variant().value()
                                        + " "
                                        + it.quantity()
                                        + " "
                                        + it.fate().code())
                .collect(Collectors.joining(","));
    }
}
