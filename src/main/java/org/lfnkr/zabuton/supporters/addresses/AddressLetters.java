package org.lfnkr.zabuton.supporters.addresses;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.web.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tell the address before that another stands in its place, and how to take that back. Their
 * reference is the change's id.
 */
@Configuration(proxyBeanMethods = false)
class AddressLetters {

    /** The person changed it. */
    @Bean
    Letter addressChangeLetter(AddressChanges changes, Site site) {
        return new AddressLetter(MailAddresses.CHANGE_LETTER, changes, site);
    }

    /** Staff corrected it: it was on record by mistake. */
    @Bean
    Letter addressCorrectedLetter(AddressChanges changes, Site site) {
        return new AddressLetter(CorrectedAddresses.LETTER, changes, site);
    }

    private record AddressLetter(String kind, AddressChanges changes, Site site) implements Letter {

        @Override
        public String titleKey() {
            return "supporters.mail." + kind + ".title";
        }

        @Override
        public Flux<String> quotes(MailRequest request) {
            return Flux.empty();
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return changes.notice(UUID.fromString(request.reference()))
                    .map(notice -> content(notice, request.language()));
        }

        private LetterContent content(AddressChanges.Notice notice, Language language) {
            return new LetterContent(
                    notice.before(),
                    "supporters.mail." + kind + ".subject",
                    List.of(),
                    "supporters/mail/" + kind,
                    Map.of(
                            "link",
                            site.address(AddressLinkController.revocation(language, notice))),
                    List.of());
        }
    }
}
