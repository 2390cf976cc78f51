package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.desk.GiftDesk;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.LettersAgain;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.reveals.Revealed;
import org.lfnkr.zabuton.reveals.Reveals;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;
import java.util.Optional;

/** Where staff read all about one gift. Who gave it is masked until it is opened. */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/gifts/{payment}")
class GiftDossierController {

    private final GiftDesk desk;
    private final Giving giving;
    private final Receipts receipts;
    private final Bookkeeping books;
    private final AuditTrail audit;
    private final Reveals reveals;
    private final Mail mail;

    GiftDossierController(
            GiftDesk desk,
            Giving giving,
            Receipts receipts,
            Bookkeeping books,
            AuditTrail audit,
            Reveals reveals,
            Mail mail) {
        this.desk = desk;
        this.giving = giving;
        this.receipts = receipts;
        this.books = books;
        this.audit = audit;
        this.reveals = reveals;
        this.mail = mail;
    }

    @GetMapping
    Mono<Rendering> show(
            ServerWebExchange exchange, @PathVariable String payment, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        PaymentId id = new PaymentId(Slice.id(payment));
        return desk.find(id)
                .flatMap(pledge -> dossier(id, pledge))
                .flatMap(
                        it ->
                                Mono.zip(
                                        Mono.just(it),
                                        reveals.of(it.pledge().matter(), Colleague.of(staff)),
                                        letters(id, it.pledge())))
                .map(
                        all ->
                                page(all.getT1(), all.getT2())
                                        .with("letters", all.getT3())
                                        .with("told", Told.take(exchange, LettersAgain.TOLD))
                                        .rendering())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<List<SentLetter>> letters(PaymentId id, Pledge pledge) {
        return mail.about(Addressees.matters(pledge, id)).collectList();
    }

    private static Page page(GiftDossier dossier, Revealed revealed) {
        return Page.of("storefront/desk/gift").with("dossier", dossier).with("revealed", revealed);
    }

    private Mono<GiftDossier> dossier(PaymentId id, Pledge pledge) {
        return Mono.zip(
                        charge(id, pledge),
                        receipts.of(id).collectList(),
                        books.entries(id).collectList(),
                        audit.about(List.of(pledge.id().value().toString(), id.toString()))
                                .collectList())
                .map(
                        parts ->
                                new GiftDossier(
                                        id.toString(),
                                        pledge,
                                        parts.getT1().orElse(null),
                                        parts.getT2(),
                                        parts.getT3(),
                                        parts.getT4()));
    }

    private Mono<Optional<Charge>> charge(PaymentId id, Pledge pledge) {
        return giving.charges(pledge)
                .filter(charge -> charge.payment().equals(id))
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
