package org.lfnkr.zabuton.storefront.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.LettersAgain;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses.Result;
import org.lfnkr.zabuton.web.Page;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Told;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Locale;

/** The page on which staff correct a mistyped mail address, whatever we write about. */
@Component
class AddressPages {

    private final Mail mail;
    private final CorrectedAddresses addresses;

    AddressPages(Mail mail, CorrectedAddresses addresses) {
        this.mail = mail;
        this.addresses = addresses;
    }

    /**
     * Somebody and what is known of their address.
     *
     * @param bounced when the last mail about it was written, where that could not be delivered
     */
    record Known(Addressee addressee, @Nullable Instant bounced, CorrectedAddresses.Rules rules) {}

    Mono<Rendering> show(ServerWebExchange exchange, Addressee addressee) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(addressee).map(known -> page(known, AddressForm.fresh()));
    }

    Mono<Rendering> correct(
            ServerWebExchange exchange, Language language, Addressee addressee, String actor) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return known(addressee)
                .zipWith(exchange.getFormData())
                .flatMap(
                        both ->
                                correct(
                                        exchange,
                                        language,
                                        both.getT1(),
                                        AddressForm.sent(both.getT2().toSingleValueMap()),
                                        actor));
    }

    private Mono<Rendering> correct(
            ServerWebExchange exchange,
            Language language,
            Known known,
            AddressForm form,
            String actor) {
        return form.failed()
                ? Mono.just(again(exchange, known, form))
                : addresses
                        .correct(wish(known, form), actor)
                        .map(result -> answered(exchange, language, known, form, result));
    }

    private static CorrectedAddresses.Wish wish(Known known, AddressForm form) {
        return known.addressee()
                .whose()
                .wish(form.email().orElseThrow(), known.bounced(), form.reason());
    }

    private static Rendering answered(
            ServerWebExchange exchange,
            Language language,
            Known known,
            AddressForm form,
            Result result) {
        String word = result.name().toLowerCase(Locale.ROOT);
        return result == Result.DONE
                ? Told.on(exchange, known.addressee().address(language), LettersAgain.CORRECTED)
                : again(
                        exchange,
                        known,
                        form.with(Problem.of("email", "storefront.desk.address." + word)));
    }

    private static Rendering again(ServerWebExchange exchange, Known known, AddressForm form) {
        exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
        return page(known, form);
    }

    private static Rendering page(Known known, AddressForm form) {
        return Page.of("storefront/desk/address")
                .with("whose", known.addressee())
                .with("told", known.rules().told())
                .with("fixed", known.rules().fixed())
                .with("form", form.form())
                .with("reasons", AddressForm.REASONS)
                .rendering();
    }

    private Mono<Known> known(Addressee addressee) {
        return bounced(addressee)
                .singleOptional()
                .flatMap(bounced -> known(addressee, bounced.orElse(null)));
    }

    private Mono<Known> known(Addressee addressee, @Nullable Instant bounced) {
        return addresses
                .rules(addressee.whose(), bounced)
                .map(rules -> new Known(addressee, bounced, rules));
    }

    /** As the last mail about it fared: an address that was reached since is somebody's to read. */
    private Mono<Instant> bounced(Addressee addressee) {
        return mail.about(addressee.matters())
                .filter(letter -> letter.isUndeliverable() || letter.state().equals("sent"))
                .takeLast(1)
                .filter(SentLetter::isUndeliverable)
                .next()
                .map(SentLetter::queuedAt);
    }
}
