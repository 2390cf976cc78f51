package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.StartSettings;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.Supporters;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.List;
import java.util.Map;

/** As an operator starts it who has forgotten or mixed up something. */
@CapturesOutput
@Isolated
class RefusesToStartModuleTests {

    private static final StripeSimulator STRIPE = StripeSimulator.builder().start();
    private static final String OTHER_KEY = "YW5vdGhlci1rZXktb2YtZXhhY3RseS0zMi1ieXRlcyE=";
    private static final String REFUSED = "Zabuton doesn't start. ";

    private final TestDatabase database = TestDatabase.fresh();
    private final Map<String, String> settings = StartSettings.of(database, STRIPE);

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    private static ConfigurableApplicationContext start(Map<String, String> settings) {
        return SpringApplication.run(ZabutonApplication.class, StartSettings.asArguments(settings));
    }

    /** One line says it, no stack trace follows, and nothing that was secret is in it. */
    private void refuses(CapturedOutput output, String sentence) {
        assertThatThrownBy(() -> start(settings).close()).isNotNull();
        List<String> said = output.getAll().lines().filter(line -> line.contains(REFUSED)).toList();
        assertThat(said).singleElement().asString().contains(REFUSED + sentence);
        assertThat(output).doesNotContain("\tat ").doesNotContain("Exception");
        StartSettings.secrets(settings)
                .forEach(secret -> assertThat(output).doesNotContain(secret));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zabuton.database.jdbc-url        |                         | is missing",
                "zabuton.vault.key                |                         | is missing",
                "zabuton.web.orgin                | https://shop.example.org | is no setting of Zabuton",
                "zabuton.web.origin               | https://shop.example.org/ | must be scheme and host",
                "zabuton.stripe.webhook-secrets   | secret-of-mine          | must be signing secrets",
                "zabuton.organisation.phone       |                         | must be set"
            })
    void namesTheSettingThatIsWrong(
            String setting, String value, String why, CapturedOutput output) {
        settings.put(setting, value == null ? "" : value);

        refuses(output, setting + " " + why);
    }

    @ParameterizedTest
    @CsvSource({"owner", "application"})
    void saysWhoseNameOrPasswordPostgresRefuses(String role, CapturedOutput output) {
        settings.put("zabuton.database." + role + ".name", "zabuton_stranger");

        refuses(output, "zabuton.database." + role + ".name and .password: PostgreSQL doesn't let");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc-url, jdbc:postgresql://localhost:1/zabuton",
        "r2dbc-url, r2dbc:postgresql://localhost:1/zabuton"
    })
    void saysWhichAddressLeadsNowhere(String setting, String url, CapturedOutput output) {
        settings.put("zabuton.database." + setting, url);

        refuses(output, "zabuton.database." + setting + " leads to no PostgreSQL");
    }

    @Test
    void doesNotWorkAsTheOwnerOfTheBooks(CapturedOutput output) {
        settings.put(
                "zabuton.database.application.name", settings.get("zabuton.database.owner.name"));
        settings.put(
                "zabuton.database.application.password",
                settings.get("zabuton.database.owner.password"));

        refuses(output, "zabuton.database.application.name is the owner of the database");
    }

    @Test
    void doesNotMixTwoDatabases(CapturedOutput output) {
        settings.put(
                "zabuton.database.r2dbc-url",
                TestDatabase.fresh().settings().get("zabuton.database.r2dbc-url"));

        refuses(output, "zabuton.database.jdbc-url and zabuton.database.r2dbc-url lead to two");
    }

    @Test
    void doesNotSealNewPeopleBesideOldOnesWhomItCannotRead(CapturedOutput output) {
        try (ConfigurableApplicationContext shop = start(settings)) {
            Await.value(
                    shop.getBean(Supporters.class)
                            .recognise(
                                    EmailAddress.parse("somebody@example.org").orElseThrow(),
                                    "Somebody",
                                    Language.EN));
        }
        settings.put("zabuton.vault.key", OTHER_KEY);

        refuses(output, "zabuton.vault.key doesn't open what people told this database");
    }

    @Test
    void doesNotTakeTheKeysOfAnotherDatabase(CapturedOutput output) {
        start(settings).close();
        String keys = settings.get("zabuton.vault.key-directory");
        settings.putAll(StartSettings.of(TestDatabase.fresh(), STRIPE));
        settings.put("zabuton.vault.key-directory", keys);

        refuses(output, "zabuton.vault.key-directory: " + keys + " holds the keys of another");
    }

    @Test
    void saysThatStripeDoesNotKnowTheKey(CapturedOutput output) {
        settings.put("zabuton.stripe.api-key", "sk_test_unknown");

        refuses(output, "zabuton.stripe.api-key: Stripe doesn't know this key");
    }

    @Test
    void saysThatStripeCannotBeReached(CapturedOutput output) {
        settings.put("zabuton.stripe.api-base", "http://localhost:1");

        refuses(output, "zabuton.stripe.api-base: Stripe can't be reached");
    }
}
