package org.lfnkr.zabuton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.mail.MailSendException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ModuleTest
@CapturesOutput
@Isolated
class MailModuleTests {

    @Autowired Mail mail;
    @Autowired UndeliveredLetters undelivered;
    @Autowired TestLetter letter;
    @Autowired DevMailbox mailbox;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;

    @AfterEach
    void putThingsRight() {
        mailbox.start();
        clock.reset();
    }

    @Test
    void comesAsTextAndHtmlInTheReadersLanguageWithItsFiles() {
        String reader = queued(Language.JA);

        Await.done(mail.sendDue());

        ReceivedMail received = onlyMailTo(reader);
        assertThat(received.subject()).isEqualTo("3通のお手紙です");
        assertThat(received.text()).contains("𠮷野 & <b>", "広告ではありません");
        assertThat(received.html())
                .contains("<html", "lang=\"ja\"", "𠮷野 &amp; &lt;b&gt;", "広告ではありません");
        assertThat(received.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("file.txt"))
                .satisfies(file -> assertThat(file.bytes()).asString().isEqualTo("a file"));
    }

    @Test
    void fetchesNothingFromAnywhereWhenItIsRead() {
        String reader = queued(Language.EN);

        Await.done(mail.sendDue());

        assertThat(onlyMailTo(reader).html())
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("url(")
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("style=\"");
    }

    @Test
    void ofEachKindThereIsOneAboutEachMatter() {
        String reader = newReader();

        queue(reader, Language.EN);
        queue(reader, Language.EN);
        Await.done(mail.sendDue());
        queue(reader, Language.EN);
        Await.done(mail.sendDue());

        assertThat(mailbox.to(reader + "@example.org")).hasSize(1);
    }

    @Test
    void severalNodesSendEachMailOnce() {
        List<String> readers =
                Flux.range(0, 20).map(i -> queued(Language.EN)).collectList().block();

        Await.done(Flux.range(0, 4).flatMap(node -> mail.sendDue()).then());

        assertThat(readers)
                .allSatisfy(reader -> assertThat(mailbox.to(reader + "@example.org")).hasSize(1));
    }

    @Test
    void nothingIsSentOfATransactionThatFailed() {
        String reader = newReader();

        mail.queue(new MailRequest(TestLetter.KIND, reader, Language.EN))
                .then(Mono.error(new IllegalStateException("later step failed")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("later step failed");
        Await.done(mail.sendDue());

        assertThat(mailbox.to(reader + "@example.org")).isEmpty();
    }

    @Test
    void refusesAKindThatNobodyWrites() {
        mail.queue(new MailRequest("unheard-of", newReader(), Language.EN))
                .as(StepVerifier::create)
                .verifyError(IllegalArgumentException.class);
    }

    @Test
    void aMailServerThatIsAwayForADayDelaysMailsAndLosesNone(CapturedOutput output) {
        mailbox.stop();
        List<String> readers = List.of(queued(Language.EN), queued(Language.JA));
        for (int hour = 0; hour < 24; hour++) {
            Await.done(mail.sendDue());
            clock.advance(Duration.ofHours(1));
        }
        assertThat(readers).allSatisfy(reader -> assertThat(state(reader)).isEqualTo("waiting"));
        assertThat(output).doesNotContain("@example.org");

        mailbox.start();
        clock.advance(Patience.SCHEDULE.longest());
        Await.done(mail.sendDue());

        assertThat(readers)
                .allSatisfy(reader -> assertThat(mailbox.to(reader + "@example.org")).hasSize(1))
                .allSatisfy(reader -> assertThat(state(reader)).isEqualTo("sent"));
    }

    @Test
    void oneThatCannotBeWrittenHoldsUpNoOther(CapturedOutput output) {
        String broken = newReader();
        letter.failures.put(broken, new IllegalStateException("about 𠮷野"));
        queue(broken, Language.EN);
        String reader = queued(Language.EN);

        Await.done(mail.sendDue());

        assertThat(state(broken)).isEqualTo("waiting");
        assertThat(state(reader)).isEqualTo("sent");
        assertThat(output).contains("failed at attempt 1").doesNotContain("𠮷野");
    }

    @Test
    void isGivenUpAfterTwoWeeks() {
        String broken = newReader();
        letter.failures.put(broken, new IllegalStateException());
        queue(broken, Language.EN);

        clock.advance(Patience.SCHEDULE.patience().plusDays(1));
        Await.done(mail.sendDue());

        assertThat(state(broken)).isEqualTo("undeliverable");
    }

    @Test
    void whatItsReadersServerRefusesForGoodIsNotTriedForTwoWeeks() {
        String gone = newReader();
        letter.failures.put(gone, refusedWith(550));
        String full = newReader();
        letter.failures.put(full, refusedWith(552));
        queue(gone, Language.EN);
        queue(full, Language.EN);

        Await.done(mail.sendDue());

        assertThat(state(gone)).isEqualTo("undeliverable");
        assertThat(state(full)).isEqualTo("waiting");
    }

    @Test
    void anUndeliverableLetterIsNamedWithoutItsReaderAndCanBeSentAgain() {
        String dots = "two..dots-" + UUID.randomUUID();
        queue(dots, Language.EN);
        Await.done(mail.sendDue());
        assertThat(state(dots)).isEqualTo("undeliverable");

        Undelivered found =
                Await.value(undelivered.about(List.of("3"))).stream()
                        .filter(it -> it.kind().equals(TestLetter.KIND))
                        .findFirst()
                        .orElseThrow();
        assertThat(found.subjectKey()).isEqualTo("test.letter.subject");
        assertThat(found.toString()).doesNotContain(dots);

        Await.done(undelivered.sendAgain(found.id(), "test"));
        assertThat(state(dots)).isEqualTo("waiting");
        Await.done(mail.sendDue());
        assertThat(state(dots)).isEqualTo("undeliverable");
    }

    private static MailSendException refusedWith(int code) {
        SMTPAddressFailedException refused =
                new SMTPAddressFailedException(new InternetAddress(), "RCPT TO", code, "no");
        return new MailSendException(
                Map.of(new Object(), new SendFailedException("Invalid Addresses", refused)));
    }

    @Test
    void isWithdrawnWhenThereIsNothingToSayAnyMore() {
        String erased = newReader() + "-erased";
        queue(erased, Language.EN);

        Await.done(mail.sendDue());

        assertThat(state(erased)).isEqualTo("withdrawn");
        assertThat(mailbox.to(erased + "@example.org")).isEmpty();
    }

    private String queued(Language language) {
        String reader = newReader();
        queue(reader, language);
        return reader;
    }

    private void queue(String reader, Language language) {
        Await.done(mail.queue(new MailRequest(TestLetter.KIND, reader, language)));
    }

    private ReceivedMail onlyMailTo(String reader) {
        List<ReceivedMail> mails = mailbox.to(reader + "@example.org");
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private String state(String reference) {
        return Await.value(
                database.sql("select state from mail.letter where reference = :reference")
                        .bind("reference", reference)
                        .mapValue(String.class)
                        .one());
    }

    private static String newReader() {
        return "reader-" + UUID.randomUUID();
    }
}
