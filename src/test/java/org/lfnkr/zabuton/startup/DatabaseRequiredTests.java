package org.lfnkr.zabuton.startup;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.mock.env.MockEnvironment;

class DatabaseRequiredTests {

    private final MockEnvironment environment =
            new MockEnvironment()
                    .withProperty("zabuton.database.jdbc-url", "jdbc:postgresql://db/zabuton")
                    .withProperty("zabuton.database.r2dbc-url", "r2dbc:postgresql://db/zabuton")
                    .withProperty("zabuton.database.owner.name", "owner")
                    .withProperty("zabuton.database.application.name", "application");

    @ParameterizedTest
    @ValueSource(strings = {"jdbc-url", "r2dbc-url", "owner.name", "application.name"})
    void namesTheSettingThatIsMissing(String setting) {
        assertThatNoException().isThrownBy(() -> DatabaseRequired.check(environment));
        environment.setProperty("zabuton.database." + setting, " ");

        assertThatThrownBy(() -> DatabaseRequired.check(environment))
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("zabuton.database." + setting + " is missing");
    }
}
