package org.lfnkr.zabuton.supporters.proofs;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.web.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The mails that prove an address. Their reference is the proof's id.
 *
 * <p>Only here is looked up whether an address is known that wants to sign in. A stranger gets a
 * mail too, which says so: whoever mistook the address they used before isn't left waiting, and
 * nobody but the mailbox's owner learns it. It goes out a few times a day at most, so it is no
 * means to pester anybody.
 */
@Configuration(proxyBeanMethods = false)
class ProofLetters {

    private final Proofs proofs;
    private final ProofLimits limits;
    private final SupporterStore supporters;
    private final Site site;

    ProofLetters(Proofs proofs, ProofLimits limits, SupporterStore supporters, Site site) {
        this.proofs = proofs;
        this.limits = limits;
        this.supporters = supporters;
        this.site = site;
    }

    @Bean
    Letter signInLetter() {
        return new ProofLetter(ProofPurpose.SIGN_IN);
    }

    @Bean
    Letter addressLetter() {
        return new ProofLetter(ProofPurpose.ADDRESS);
    }

    @Bean
    Letter newAddressLetter() {
        return new ProofLetter(ProofPurpose.NEW_ADDRESS);
    }

    @Bean
    Letter otherAddressLetter() {
        return new ProofLetter(ProofPurpose.OTHER_ADDRESS);
    }

    private final class ProofLetter implements Letter {

        private final ProofPurpose purpose;

        ProofLetter(ProofPurpose purpose) {
            this.purpose = purpose;
        }

        @Override
        public String kind() {
            return purpose.letter();
        }

        @Override
        public String titleKey() {
            return "supporters.mail." + purpose.word() + ".title";
        }

        @Override
        public Flux<String> quotes(MailRequest request) {
            return Flux.empty();
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return proofs.find(UUID.fromString(request.reference()))
                    .flatMap(proof -> write(proof, request.language()));
        }

        private Mono<LetterContent> write(Proof proof, Language language) {
            return proofs.mailed(proof)
                    .flatMap(mailed -> word(proof).map(word -> content(word, mailed, language)));
        }

        /** Which of the letters it is; empty where a stranger was told often enough. */
        private Mono<String> word(Proof proof) {
            return purpose == ProofPurpose.SIGN_IN || purpose == ProofPurpose.OTHER_ADDRESS
                    ? supporters
                            .find(proof.addressIndex())
                            .map(known -> purpose.word())
                            .switchIfEmpty(stranger(proof))
                    : Mono.just(purpose.word());
        }

        private Mono<String> stranger(Proof proof) {
            return Mono.defer(() -> limits.allowStranger(proof.addressIndex()))
                    .filter(allowed -> allowed)
                    .map(allowed -> "stranger");
        }
    }

    private LetterContent content(String word, Mailed mailed, Language language) {
        return new LetterContent(
                mailed.email(),
                "supporters.mail." + word + ".subject",
                List.of(),
                "supporters/mail/" + word,
                Map.of("code", mailed.code(), "link", link(word, mailed, language)),
                List.of());
    }

    private URI link(String word, Mailed mailed, Language language) {
        String room = word.equals("sign-in") ? "/sign-in" : "/addresses";
        return site.address("/" + language.tag() + room + "/links/" + mailed.token().text());
    }
}
