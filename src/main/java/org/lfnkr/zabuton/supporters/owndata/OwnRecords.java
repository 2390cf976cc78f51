package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.supporters.Acquaintance;
import org.lfnkr.zabuton.supporters.Consent;
import org.lfnkr.zabuton.supporters.ConsentStore;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.lfnkr.zabuton.supporters.SupporterStore;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.addresses.AddressChanges;
import org.lfnkr.zabuton.supporters.signin.SessionLine;
import org.lfnkr.zabuton.supporters.signin.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What this module itself keeps of a person. */
@Configuration(proxyBeanMethods = false)
class OwnRecords {

    private final SupporterStore store;
    private final ConsentStore consents;
    private final Supporters supporters;
    private final Sessions sessions;
    private final AddressChanges changes;

    OwnRecords(
            SupporterStore store,
            ConsentStore consents,
            Supporters supporters,
            Sessions sessions,
            AddressChanges changes) {
        this.store = store;
        this.consents = consents;
        this.supporters = supporters;
        this.sessions = sessions;
        this.changes = changes;
    }

    @Bean
    @Order(1)
    PersonalRecords personRecords() {
        return new Section("person") {
            @Override
            public Flux<PersonalRecord> of(Member member) {
                return store.acquaintances(member).concatMap(OwnRecords.this::person);
            }

            @Override
            public Mono<Void> erase(Member member) {
                return changes.forget(member);
            }
        };
    }

    @Bean
    @Order(2)
    PersonalRecords consentRecords() {
        return new Section("consents") {
            @Override
            public Flux<PersonalRecord> of(Member member) {
                return consents.of(member).map(OwnRecords::consent);
            }
        };
    }

    @Bean
    @Order(3)
    PersonalRecords sessionRecords() {
        return new Section("sessions") {
            @Override
            public Flux<PersonalRecord> of(Member member) {
                return sessions.of(member).map(OwnRecords::session);
            }
        };
    }

    private abstract static class Section implements PersonalRecords {

        private final String name;

        Section(String name) {
            this.name = name;
        }

        @Override
        public String section() {
            return name;
        }
    }

    private Mono<PersonalRecord> person(Acquaintance met) {
        return supporters
                .own(met.supporter().subject())
                .map(
                        own ->
                                PersonalRecord.with("name", own.name())
                                        .and("email", own.email().value())
                                        .and("language", language(met.language()))
                                        .and("metAt", met.metAt())
                                        .build());
    }

    private static Word language(String tag) {
        return new Word(tag, "person.data.language." + tag);
    }

    private static PersonalRecord consent(Consent consent) {
        return PersonalRecord.with("wording", consent.wording())
                .and("version", consent.version())
                .and(consent.withdrawal() ? "withdrawnAt" : "givenAt", consent.givenAt())
                .build();
    }

    private static PersonalRecord session(SessionLine line) {
        return PersonalRecord.with(
                        "browser",
                        new Word(
                                line.device().browserWord(),
                                "supporters.browser." + line.device().browserWord()))
                .and(
                        "system",
                        new Word(
                                line.device().systemWord(),
                                "supporters.system." + line.device().systemWord()))
                .and("begunAt", line.begunAt())
                .and("seenAt", line.seenAt())
                .build();
    }
}
