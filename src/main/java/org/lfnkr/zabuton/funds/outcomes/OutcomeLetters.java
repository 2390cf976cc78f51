package org.lfnkr.zabuton.funds.outcomes;

import org.lfnkr.zabuton.funds.outcomes.quiet.QuietLinks;
import org.lfnkr.zabuton.funds.outcomes.quiet.QuietStore;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** The mails about what was bought and what arrived. Whoever wants none gets none. */
@Configuration(proxyBeanMethods = false)
class OutcomeLetters {

    private final Readers readers;
    private final QuietStore quiet;
    private final QuietLinks links;
    private final Supporters supporters;
    private final Impact impact;
    private final ImpactWords words;
    private final Site site;

    OutcomeLetters(
            Readers readers,
            QuietStore quiet,
            QuietLinks links,
            Supporters supporters,
            Impact impact,
            ImpactWords words,
            Site site) {
        this.readers = readers;
        this.quiet = quiet;
        this.links = links;
        this.supporters = supporters;
        this.impact = impact;
        this.words = words;
        this.site = site;
    }

    @Bean
    Letter outcomeBoughtLetter() {
        return new OutcomeLetter(OutcomeNews.BOUGHT, "outcomes.mail.bought");
    }

    @Bean
    Letter outcomeDeliveredLetter() {
        return new OutcomeLetter(OutcomeNews.DELIVERED, "outcomes.mail.delivered");
    }

    private final class OutcomeLetter implements Letter {

        private final String kind;
        private final String words;

        OutcomeLetter(String kind, String words) {
            this.kind = kind;
            this.words = words;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String titleKey() {
            return words + ".title";
        }

        /** What it quotes was written before it was queued. */
        @Override
        public Flux<String> quotes(MailRequest request) {
            return Flux.empty();
        }

        @Override
        public Mono<LetterContent> compose(MailRequest request) {
            return readers.of(request)
                    .zipWhen(reader -> supporters.recipient(reader.person()))
                    .filterWhen(both -> wantsIt(both.getT2()))
                    .flatMap(
                            both ->
                                    sentence(kind, both.getT1())
                                            .map(said -> letter(both.getT1(), both.getT2(), said)));
        }

        private LetterContent letter(Reader reader, Recipient to, String said) {
            Language language = reader.language();
            return new LetterContent(
                    to.email(),
                    words + ".subject",
                    List.of(reader.reference()),
                    "funds/mail/outcome",
                    Map.of(
                            "words",
                            words,
                            "said",
                            said,
                            "page",
                            site.address("/" + language.tag() + reader.path()),
                            "quiet",
                            links.page(reader.person(), language)),
                    List.of(),
                    links.press(reader.person()));
        }
    }

    /** Under whichever of their addresses they said so. */
    private Mono<Boolean> wantsIt(Recipient to) {
        return supporters
                .known(to.email())
                .map(Member::selves)
                .flatMapMany(
                        selves -> quiet.since(selves.stream().map(Supporter::subject).toList()))
                .hasElements()
                .map(any -> !any);
    }

    /** Nothing where it is so no more; of a plan, its page tells of each charge. */
    private Mono<String> sentence(String kind, Reader reader) {
        return reader.subject() == null
                ? Mono.just("")
                : impact.story(reader.subject())
                        .filter(story -> OutcomeNews.isSo(kind, story))
                        .map(story -> words.sentence(story, reader.language()));
    }
}
