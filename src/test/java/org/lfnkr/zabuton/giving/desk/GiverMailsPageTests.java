package org.lfnkr.zabuton.giving.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Staff correct the mail address of who gave once or gives regularly, and send mails again. */
@ModuleTest
class GiverMailsPageTests {

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired Supporters supporters;
    @Autowired Giving giving;
    @Autowired Mail mail;

    private Pledge given(Frequency frequency) {
        return new GiftSamples(application)
                .given(
                        GiftSamples.wish(
                                newAddress(),
                                "Erika Beispiel",
                                frequency,
                                Dedication.NONE,
                                Language.EN));
    }

    private static String page(Language language, Pledge gift) {
        String path = gift.plan() == null ? "gifts/" + gift.payment() : "plans/" + gift.reference();
        return "/" + language.tag() + "/desk/" + path;
    }

    @ParameterizedTest
    @CsvSource({"ONCE, JA", "MONTHLY, EN"})
    void correctsAnAddressWithAReason(Frequency frequency, Language language) {
        Pledge gift = given(frequency);
        String form = page(language, gift) + "/address";
        String right = newAddress().value();
        Guest staff = new Guest(port).atDesk();
        assertThat(staff.get(page(language, gift)).html()).contains(form);

        Guest.Answer refused = staff.at(form).post(form, "email", right, "reason", "");
        Guest.Answer done =
                staff.follow(staff.at(form).post(form, "email", right, "reason", "asked"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(done.page())
                .contains(
                        messages.text("mail.desk.told.corrected", language),
                        messages.text("audit.act.supporter.address-corrected", language))
                .doesNotContain(right, "??");
        assertThat(email(gift)).isEqualTo(right);
    }

    @ParameterizedTest
    @EnumSource(names = {"ONCE", "MONTHLY"})
    void leavesAnAddressAloneThatItsOwnerProved(Frequency frequency) {
        Pledge gift = given(frequency);
        String before = email(gift);
        run(
                "update supporters.supporter set proved_at = now() where subject_id = '%s'"
                        .formatted(gift.subject().value()));
        String form = page(Language.EN, gift) + "/address";

        Guest.Answer answer =
                new Guest(port)
                        .atDesk()
                        .at(page(Language.EN, gift))
                        .postUnasked(form, "email", newAddress().value(), "reason", "asked");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(messages.text("storefront.desk.address.proved", Language.EN));
        assertThat(email(gift)).isEqualTo(before);
    }

    /** Under the address of the one, the mail of the other stays where it is. */
    @ParameterizedTest
    @EnumSource(names = {"ONCE", "MONTHLY"})
    void sendsAMailAgainAndNoneOfSomebodyElse(Frequency frequency) {
        Pledge gift = given(frequency);
        Pledge other = given(frequency);
        SentLetter own = letter(gift);
        String page = page(Language.EN, gift);
        Guest staff = new Guest(port).atDesk().at(page);

        Guest.Answer again = staff.follow(staff.post(page + "/mails/" + own.id()));
        staff.at(page);
        Guest.Answer foreign =
                staff.follow(staff.postUnasked(page + "/mails/" + letter(other).id()));

        assertThat(again.page()).contains(messages.text("mail.desk.told.goes", Language.EN));
        assertThat(foreign.page()).contains(messages.text("mail.desk.told.stays", Language.EN));
        assertThat(letter(gift).again()).isEqualTo(1);
        assertThat(letter(other).again()).isZero();
    }

    /** The first that was written; it was sent a while ago. */
    private SentLetter letter(Pledge gift) {
        Await.done(mail.sendDue());
        SentLetter letter = Await.value(giving.matters(gift).flatMap(this::first));
        run(
                "update mail.letter set closed_at = closed_at - interval '1 hour' where id = '%s'"
                        .formatted(letter.id()));
        return letter;
    }

    private Mono<SentLetter> first(List<UUID> matters) {
        return mail.about(matters).next();
    }

    private String email(Pledge gift) {
        return Await.value(supporters.recipient(gift.subject())).email().value();
    }

    private void run(String sql) {
        Await.done(database.sql(sql).then());
    }
}
