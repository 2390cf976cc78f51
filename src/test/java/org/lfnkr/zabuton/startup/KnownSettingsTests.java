package org.lfnkr.zabuton.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import java.util.List;
import java.util.Map;

class KnownSettingsTests {

    record Inner(String number, String on) {}

    record Outer(String apiKey, List<String> secrets, Map<String, String> accounts, Inner inner) {}

    private final KnownSettings known =
            KnownSettings.of(List.of("zabuton.background"), Map.of("zabuton.outer", Outer.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zabuton.background",
                "zabuton.outer.api-key",
                "zabuton.outer.secrets",
                "zabuton.outer.secrets[1]",
                "zabuton.outer.accounts.desk",
                "zabuton.outer.inner.number"
            })
    void knowsWhatIsRead(String name) {
        assertThat(known.has(ConfigurationPropertyName.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zabuton.backgrund",
                "zabuton.outer.api-kye",
                "zabuton.outer.inner",
                "zabuton.outer.inner.numbers",
                "zabuton.other"
            })
    void tellsWhatIsMistyped(String name) {
        assertThat(known.has(ConfigurationPropertyName.of(name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZABUTON_BACKGROUND",
                "ZABUTON_OUTER_APIKEY",
                "ZABUTON_OUTER_API_KEY",
                "ZABUTON_OUTER_SECRETS_0",
                "ZABUTON_OUTER_ACCOUNTS_DESK"
            })
    void knowsVariables(String variable) {
        assertThat(known.hasVariable(variable)).isTrue();
        assertThat(known.hasVariable("X" + variable)).isFalse();
    }
}
