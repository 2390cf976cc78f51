package org.lfnkr.zabuton.giving.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.DeskEntry;
import org.lfnkr.zabuton.desk.InMenu;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.web.Csv;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Redirects;
import org.lfnkr.zabuton.web.Sheet;
import org.lfnkr.zabuton.web.Xlsx;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.Objects;

/**
 * Where staff look for gifts. The filter is in the address; the files have exactly what it shows.
 */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/gifts")
class GiftDeskController {

    private final GiftDesk desk;
    private final GiftTable table;

    GiftDeskController(GiftDesk desk, GiftTable table) {
        this.desk = desk;
        this.table = table;
    }

    /**
     * What an address says.
     *
     * @param code a gift or a plan to go to, as people write it
     * @param before the payment of the last gift on the page before
     */
    record Wanted(
            @Nullable String kind,
            @Nullable String cause,
            @Nullable String means,
            @Nullable String from,
            @Nullable String until,
            @Nullable String code,
            @Nullable String before) {

        GiftFilter filter() {
            return GiftFilter.of(said(kind), said(cause), said(means), said(from), said(until));
        }

        private static String said(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }

        boolean latest() {
            return said(before).isEmpty();
        }
    }

    @InMenu(value = DeskEntry.GIVING, title = "giving.gifts.title", place = 20)
    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, Language language, Wanted wanted) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return desk.find(Reference.read(Wanted.said(wanted.code())))
                .map(pledge -> Redirects.to(language, address(pledge)))
                .switchIfEmpty(Mono.defer(() -> list(wanted)));
    }

    private static String address(Pledge pledge) {
        PaymentId payment = pledge.payment();
        return payment == null ? "/desk/plans/" + pledge.reference() : "/desk/gifts/" + payment;
    }

    private Mono<Rendering> list(Wanted wanted) {
        GiftFilter filter = wanted.filter();
        return Mono.zip(
                        desk.list(filter, Slice.id(Wanted.said(wanted.before()))),
                        desk.totals(filter))
                .map(both -> page(wanted, filter, both.getT1(), both.getT2()));
    }

    private static Rendering page(
            Wanted wanted, GiftFilter filter, Slice<ListedGift> gifts, GiftTotals totals) {
        return Page.of("giving/gifts-desk")
                .with("gifts", gifts)
                .with("totals", totals)
                .with("filter", filter)
                .with("query", filter.query())
                .with("kinds", GiftFilter.KINDS)
                .with("causes", Cause.values())
                .with("means", GiftFilter.MEANS)
                .with("latest", wanted.latest())
                .rendering();
    }

    /** In the words of the page. */
    @Needs(Right.EXPORT_GIVING)
    @GetMapping("/gifts.csv")
    Mono<ResponseEntity<byte[]>> csv(Language language, Wanted wanted, Principal staff) {
        return file(Csv.of(table.head(language)), "gifts.csv", language, wanted, staff);
    }

    @Needs(Right.EXPORT_GIVING)
    @GetMapping("/gifts.xlsx")
    Mono<ResponseEntity<byte[]>> workbook(Language language, Wanted wanted, Principal staff) {
        return file(Xlsx.of(table.head(language)), "gifts.xlsx", language, wanted, staff);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Sheet sheet, String name, Language language, Wanted wanted, Principal staff) {
        return desk.export(wanted.filter(), staff.getName())
                .doOnNext(gift -> table.row(sheet, gift, language))
                .then(Mono.fromSupplier(() -> sheet.answer(name)));
    }
}
