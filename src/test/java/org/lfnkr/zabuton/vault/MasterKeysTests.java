package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.StartupRefused;

import java.util.List;

class MasterKeysTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void refusesToStartWithoutAKeyAndNamesTheProperty(String key) {
        assertThatThrownBy(() -> new MasterKeys(new VaultProperties(null, key, List.of())))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.vault.key is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "c2hvcnQ=", "ユニコード"})
    void refusesAKeyThatIsNot32BytesWithoutRepeatingIt(String key) {
        assertThatThrownBy(() -> TestKeys.with(key))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.vault.key must be 32 random bytes")
                .hasMessageNotContaining(key);
    }

    @Test
    void namesAWrongPreviousKeyByItsProperty() {
        assertThatThrownBy(() -> TestKeys.with(TestKeys.NEW, "oops"))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("zabuton.vault.previous-keys");
    }

    @Test
    void derivesADifferentKeyForEachUseAndFromEachMaster() {
        MasterKeys keys = TestKeys.with(TestKeys.NEW, TestKeys.OLD);

        assertThat(keys.derive("one")).hasSize(2).doesNotHaveDuplicates();
        assertThat(keys.derive("one").getFirst()).isNotEqualTo(keys.derive("two").getFirst());
        assertThat(keys.derive("one").getLast())
                .isEqualTo(TestKeys.with(TestKeys.OLD).derive("one").getFirst());
    }
}
