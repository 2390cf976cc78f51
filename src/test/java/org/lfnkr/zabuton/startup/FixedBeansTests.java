package org.lfnkr.zabuton.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lfnkr.zabuton.ZabutonApplication;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The build decides by {@code infra/production/zabuton.yaml} which beans there are (Spring AOT). So
 * nothing that an organisation may set there can decide it: it would be passed over in silence.
 */
class FixedBeansTests {

    private static final Path SETTINGS = Path.of("infra/production/zabuton.yaml");
    private static final Pattern COMMENTED =
            Pattern.compile("(?m)^( *)# ( *)(- )?([a-z\"0-9][^ ]*:)");

    @Test
    void noSettingDecidesWhichBeansThereAre(@TempDir Path place) throws IOException {
        String yaml = Files.readString(SETTINGS);
        String all =
                COMMENTED
                        .matcher(yaml)
                        .replaceAll("$1$2$3$4")
                        .replace(": false", ": TRUE")
                        .replace(": true", ": false")
                        .replace(": TRUE", ": true");
        assertThat(all).contains("payment-origins:", "preload: true", "header: false");

        List<String> made = beans(SETTINGS);
        assertThat(made).hasSizeGreaterThan(500);
        assertThat(beans(Files.writeString(place.resolve("all.yaml"), all)))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    /** What a start with these settings would make, of which nothing is made. */
    private static List<String> beans(Path settings) {
        try {
            SpringApplication.withHook(
                    application -> new Abandoning(),
                    () -> {
                        SpringApplication.run(
                                ZabutonApplication.class,
                                "--spring.config.additional-location=file:" + settings);
                    });
            throw new IllegalStateException("It was not abandoned");
        } catch (AbandonedRunException told) {
            try (var shop =
                    (GenericApplicationContext)
                            Objects.requireNonNull(told.getApplicationContext())) {
                shop.refreshForAotProcessing(new RuntimeHints());
                return List.of(shop.getBeanDefinitionNames());
            }
        }
    }

    private static final class Abandoning implements SpringApplicationRunListener {

        @Override
        public void contextLoaded(ConfigurableApplicationContext shop) {
            throw new AbandonedRunException(shop);
        }
    }
}
