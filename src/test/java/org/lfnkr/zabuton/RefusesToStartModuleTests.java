package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.util.Map;
import java.util.stream.Stream;

/** As an operator starts it who has forgotten something. */
@ExtendWith(OutputCaptureExtension.class)
class RefusesToStartModuleTests {

    private static void start(Map<String, String> settings) {
        String[] arguments =
                Stream.concat(
                                Stream.of("--server.port=0", "--zabuton.background=false"),
                                settings.entrySet().stream()
                                        .map(
                                                entry ->
                                                        "--"
                                                                + entry.getKey()
                                                                + "="
                                                                + entry.getValue()))
                        .toArray(String[]::new);
        SpringApplication.run(ZabutonApplication.class, arguments).close();
    }

    @Test
    void saysThatTheDatabaseIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of())).isInstanceOf(StartupRefused.class);

        assertThat(output).contains("Zabuton doesn't start. zabuton.database.jdbc-url is missing");
    }

    @Test
    void saysThatTheVaultsKeyIsMissing(CapturedOutput output) {
        assertThatThrownBy(() -> start(TestDatabase.fresh().settings()))
                .hasRootCauseInstanceOf(StartupRefused.class);

        assertThat(output).contains("Zabuton doesn't start. zabuton.vault.key is missing");
    }
}
