package org.lfnkr.zabuton.receipts.desk;

import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.desk.GiftDesk;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.receipts.IssueResult;
import org.lfnkr.zabuton.receipts.desk.ReceiptDesk.Act;
import org.lfnkr.zabuton.web.Organisation;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

import java.security.Principal;
import java.util.Objects;

/** Where staff have a receipt made for a giver who asks for it otherwise than on their own page. */
@Controller
@Needs(Right.KEEP_RECEIPTS)
@RequestMapping("/{lang:en|ja}/desk/gifts/{payment}/receipt")
class FirstReceiptController {

    private final ReceiptDesk desk;
    private final GiftDesk gifts;
    private final ReceiptDossier dossier;
    private final Organisation organisation;

    FirstReceiptController(
            ReceiptDesk desk, GiftDesk gifts, ReceiptDossier dossier, Organisation organisation) {
        this.desk = desk;
        this.gifts = gifts;
        this.dossier = dossier;
        this.organisation = organisation;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String payment) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return gift(payment).map(gift -> page(payment, gift, ReceiptForm.fresh()));
    }

    private Mono<Pledge> gift(String payment) {
        return gifts.find(new PaymentId(Slice.id(payment)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Rendering page(String payment, Pledge gift, ReceiptForm form) {
        return Page.of("receipts/first")
                .with("gift", gift)
                .with("payment", payment)
                .with("certified", organisation.certification() != null)
                .with("form", form.form())
                .rendering();
    }

    @PostMapping
    Mono<Rendering> issue(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String payment,
            Principal staff) {
        return Mono.zip(
                        gift(payment),
                        exchange.getFormData()
                                .map(
                                        it ->
                                                ReceiptForm.first(
                                                        it, organisation.certification() != null)))
                .flatMap(
                        both ->
                                both.getT2().failed()
                                        ? Mono.just(again(exchange, payment, both))
                                        : issue(exchange, language, payment, both, staff));
    }

    private Mono<Rendering> issue(
            ServerWebExchange exchange,
            Language language,
            String payment,
            Tuple2<Pledge, ReceiptForm> both,
            Principal staff) {
        ReceiptForm form = both.getT2();
        return desk.issue(
                        new PaymentId(Slice.id(payment)),
                        Objects.requireNonNull(form.addressee()),
                        both.getT1().language(),
                        new Act(form.reason(), staff.getName()))
                .flatMap(result -> on(exchange, language, result))
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () ->
                                        again(
                                                exchange,
                                                payment,
                                                both.mapT2(
                                                        it ->
                                                                it.with(
                                                                        Problem.of(
                                                                                "name",
                                                                                "receipts.desk.nothing"))))));
    }

    /** Empty where nothing was issued. */
    private Mono<Rendering> on(ServerWebExchange exchange, Language language, IssueResult result) {
        return result instanceof IssueResult.Issued issued
                ? dossier.number(issued.id())
                        .map(
                                number ->
                                        Told.on(
                                                exchange,
                                                "/" + language.tag() + "/desk/receipts/" + number,
                                                ReceiptActController.ISSUED))
                : Mono.empty();
    }

    private Rendering again(
            ServerWebExchange exchange, String payment, Tuple2<Pledge, ReceiptForm> both) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(payment, both.getT1(), both.getT2());
    }
}
