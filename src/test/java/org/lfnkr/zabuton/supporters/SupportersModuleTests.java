package org.lfnkr.zabuton.supporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.owndata.KeyRotation;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import java.util.List;
import java.util.UUID;

@ModuleTest
class SupportersModuleTests {

    @Autowired Supporters supporters;
    @Autowired KeyRotation rotation;
    @Autowired Vault vault;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;

    @Test
    void recognisesWhoCameBefore() {
        EmailAddress email = newAddress();

        Supporter first = met(email, "名");
        Supporter again = met(email, "名");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void recognisesAnAddressInCapitalLetters() {
        EmailAddress email = newAddress();

        assertThat(met(new EmailAddress(email.value().toUpperCase()), "名"))
                .isEqualTo(met(email, "名"));
    }

    @Test
    void keepsTheNameOfWhoCameFirst() {
        EmailAddress email = newAddress();
        Supporter supporter = met(email, "First Name");

        met(email, "Somebody Else");

        assertThat(Await.value(supporters.recipient(supporter.subject())))
                .isEqualTo(new Recipient("First Name", email));
    }

    @Test
    void fiftyCallsAtOnceMakeOneSupporter() {
        EmailAddress email = newAddress();

        List<Supporter> met =
                Await.value(
                        Flux.range(0, 50)
                                .flatMap(i -> supporters.recognise(email, "名", Language.JA), 50)
                                .distinct()
                                .collectList());

        assertThat(met).hasSize(1);
    }

    @Test
    void isUnknownAgainWhenTheCallersTransactionFails() {
        EmailAddress email = newAddress();
        Supporter[] seen = new Supporter[1];

        supporters
                .recognise(email, "名", Language.EN)
                .doOnNext(supporter -> seen[0] = supporter)
                .then(Mono.error(new IllegalStateException("later step failed")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("later step failed");

        assertThat(met(email, "名")).isNotEqualTo(seen[0]);
    }

    @Test
    void aRecipientIsNeverPrinted() {
        assertThat(new Recipient("visible", new EmailAddress("visible@example.org")).toString())
                .doesNotContain("visible");
    }

    @Test
    void anErasedSupporterIsAStrangerNextTime() {
        EmailAddress email = newAddress();
        Supporter supporter = met(email, "名");

        Await.done(supporters.erase(supporter.id()));

        supporters.recipient(supporter.subject()).as(StepVerifier::create).verifyComplete();
        assertThat(met(email, "名")).isNotEqualTo(supporter);
    }

    @Test
    void remembersTheWordsThatWereAgreedToWithVersionAndTime() {
        Supporter supporter = met(newAddress(), "名");

        Await.done(supporters.consent(supporter.id(), "gift-purpose", "1", "Rice for refugees"));

        database.sql(
                        """
                        select kind || '/' || version || '/' || wording
                        from supporters.consent
                        where supporter_id = :id and given_at > now() - interval '1 hour'
                        """)
                .bind("id", supporter.id().value())
                .mapValue(String.class)
                .all()
                .as(StepVerifier::create)
                .expectNext("gift-purpose/1/Rice for refugees")
                .verifyComplete();
    }

    @Test
    void aConsentCannotBeAltered() {
        database.sql("update supporters.consent set wording = 'other'")
                .then()
                .as(StepVerifier::create)
                .verifyError(PermissionDeniedDataAccessException.class);
    }

    @Test
    void findsTheSupporterAfterARotationAndIndexesAnew() {
        EmailAddress email = newAddress();
        Supporter supporter = met(email, "名");
        makeIndexForeign(supporter, 7);

        Long renewed = Await.value(rotation.renew());

        assertThat(renewed).isPositive();
        assertThat(met(email, "名")).isEqualTo(supporter);
        assertThat(Await.value(rotation.renew())).isZero();
    }

    @Test
    void aRotationForgetsWhoWasErasedBehindItsBack() {
        Supporter supporter = met(newAddress(), "名");
        makeIndexForeign(supporter, 7);
        Await.done(vault.erase(supporter.subject()));

        Await.done(rotation.renew());

        assertThat(Await.value(rotation.renew())).isZero();
    }

    private void makeIndexForeign(Supporter supporter, int keyId) {
        Await.done(
                database.sql(
                                """
                                update supporters.supporter
                                set email_index = sha256(email_index), index_key_id = :key
                                where id = :id
                                """)
                        .bind("key", keyId)
                        .bind("id", supporter.id().value())
                        .then());
    }

    private Supporter met(EmailAddress email, String name) {
        return Await.value(supporters.recognise(email, name, Language.EN));
    }

    private static EmailAddress newAddress() {
        return new EmailAddress("person-" + UUID.randomUUID() + "@example.org");
    }
}
