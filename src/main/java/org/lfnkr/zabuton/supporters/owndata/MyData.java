package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

/** All that the shop keeps about one person, gathered from the modules that keep it. */
@Component
class MyData {

    private final List<PersonalRecords> sections;
    private final Mail mail;
    private final Vault vault;

    MyData(List<PersonalRecords> sections, Mail mail, Vault vault) {
        this.sections = sections;
        this.mail = mail;
        this.vault = vault;
    }

    /** What one module keeps. */
    public record Part(String section, List<PersonalRecord> records) {

        public Part {
            records = List.copyOf(records);
        }
    }

    public Mono<List<Part>> of(Member member) {
        return Flux.fromIterable(sections)
                .concatMap(
                        section ->
                                section.of(member)
                                        .collectList()
                                        .map(records -> new Part(section.section(), records)))
                .concatWith(letters(member))
                .collectList();
    }

    private Mono<Part> letters(Member member) {
        return Flux.fromIterable(sections)
                .concatMap(section -> section.matters(member))
                .collectList()
                .flatMapMany(mail::about)
                .map(MyData::letter)
                .collectList()
                .map(records -> new Part("letters", records));
    }

    private static PersonalRecord letter(SentLetter letter) {
        return PersonalRecord.with("kind", kind(letter))
                .and("queuedAt", letter.queuedAt())
                .and("state", new Word(letter.state(), "letters.data.state." + letter.state()))
                .build();
    }

    private static Object kind(SentLetter letter) {
        return letter.titleKey().isEmpty()
                ? letter.kind()
                : new Word(letter.kind(), letter.titleKey());
    }

    /** Corrects the name, under every address of the member. */
    public Mono<Void> rename(Member member, String name) {
        return Flux.fromIterable(member.selves())
                .concatMap(self -> vault.sealAll(self.subject(), Map.of(Supporters.NAME, name)))
                .then();
    }
}
