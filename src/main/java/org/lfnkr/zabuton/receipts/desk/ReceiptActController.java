package org.lfnkr.zabuton.receipts.desk;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Needs;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.receipts.Addressee;
import org.lfnkr.zabuton.receipts.IssueResult;
import org.lfnkr.zabuton.receipts.Receipt;
import org.lfnkr.zabuton.receipts.Receipts;
import org.lfnkr.zabuton.receipts.desk.ReceiptDesk.Act;
import org.lfnkr.zabuton.web.Organisation;
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
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.List;

/** One receipt at the desk; whoever keeps receipts voids it, or makes another in its place. */
@Controller
@Needs(Right.SEE_GIVING)
@RequestMapping("/{lang:en|ja}/desk/receipts/{number}")
class ReceiptActController {

    static final String ISSUED = "receipts.desk.told.issued";
    private static final String VOIDED = "receipts.desk.told.voided";
    private static final String REISSUED = "receipts.desk.told.reissued";
    private static final Problem OVER = Problem.late("receipts.desk.wrong.over");

    private final ReceiptDossier dossier;
    private final ReceiptDesk desk;
    private final Receipts receipts;
    private final Organisation organisation;

    ReceiptActController(
            ReceiptDossier dossier,
            ReceiptDesk desk,
            Receipts receipts,
            Organisation organisation) {
        this.dossier = dossier;
        this.desk = desk;
        this.receipts = receipts;
        this.organisation = organisation;
    }

    @GetMapping
    Mono<Rendering> show(ServerWebExchange exchange, @PathVariable String number, Principal staff) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        String told = Told.take(exchange, List.of(ISSUED, VOIDED, REISSUED));
        return dossier.find(number)
                .flatMap(it -> dossier.page(it, Colleague.of(staff), ReceiptForm.fresh(), told));
    }

    @Needs(Right.KEEP_RECEIPTS)
    @PostMapping("/voidings")
    Mono<Rendering> withdraw(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String number,
            Principal staff) {
        return Mono.zip(dossier.find(number), exchange.getFormData().map(ReceiptForm::voiding))
                .flatMap(
                        both ->
                                both.getT2().failed()
                                        ? again(exchange, both.getT1(), both.getT2(), staff)
                                        : desk.withdraw(both.getT1(), act(both.getT2(), staff))
                                                .map(it -> on(exchange, language, number, VOIDED))
                                                .switchIfEmpty(
                                                        late(
                                                                exchange,
                                                                number,
                                                                both.getT2(),
                                                                staff)));
    }

    private static Act act(ReceiptForm form, Principal staff) {
        return new Act(form.reason(), staff.getName());
    }

    @Needs(Right.KEEP_RECEIPTS)
    @PostMapping("/successors")
    Mono<Rendering> reissue(
            ServerWebExchange exchange,
            Language language,
            @PathVariable String number,
            Principal staff) {
        return Mono.zip(
                        dossier.find(number),
                        exchange.getFormData()
                                .map(
                                        it ->
                                                ReceiptForm.successor(
                                                        it, organisation.certification() != null)))
                .flatMap(
                        both ->
                                both.getT2().failed()
                                        ? again(exchange, both.getT1(), both.getT2(), staff)
                                        : reissue(
                                                exchange,
                                                language,
                                                both.getT1(),
                                                both.getT2(),
                                                staff));
    }

    private Mono<Rendering> reissue(
            ServerWebExchange exchange,
            Language language,
            Receipt receipt,
            ReceiptForm form,
            Principal staff) {
        String number = receipt.number();
        Addressee named = form.addressee();
        return (named == null ? receipts.addressee(receipt) : Mono.just(named))
                .flatMap(
                        addressee ->
                                desk.reissue(receipt, addressee, act(form, staff))
                                        .filter(IssueResult.Issued.class::isInstance)
                                        .map(done -> on(exchange, language, number, REISSUED))
                                        .switchIfEmpty(late(exchange, number, form, staff)))
                .switchIfEmpty(unknown(exchange, receipt, form, staff));
    }

    /**
     * The page as it is now: the receipt is void or will be, since nothing is kept of what it is
     * for, or its giver is not on record any more.
     */
    private Mono<Rendering> late(
            ServerWebExchange exchange, String number, ReceiptForm form, Principal staff) {
        Problem nothing = Problem.of(form.asked(), "receipts.desk.wrong.nothing");
        return Mono.defer(() -> dossier.find(number))
                .flatMap(now -> again(exchange, now, form.with(nothing), staff));
    }

    /** Nobody is named, and it isn't known any more whom the old one was made out to. */
    private Mono<Rendering> unknown(
            ServerWebExchange exchange, Receipt receipt, ReceiptForm form, Principal staff) {
        Problem problem = Problem.of("name", "receipts.name.missing");
        return Mono.defer(() -> again(exchange, receipt, form.with(problem), staff));
    }

    /** One that is void has no form any more, whatever was wrong with what was typed. */
    private Mono<Rendering> again(
            ServerWebExchange exchange, Receipt receipt, ReceiptForm form, Principal staff) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        ReceiptForm shown = receipt.holds() ? form : form.with(OVER);
        return dossier.page(receipt, Colleague.of(staff), shown, null);
    }

    private static Rendering on(
            ServerWebExchange exchange, Language language, String number, String told) {
        return Told.on(exchange, "/" + language.tag() + "/desk/receipts/" + number, told);
    }
}
