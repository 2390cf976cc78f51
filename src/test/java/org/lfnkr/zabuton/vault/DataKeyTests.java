package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeyTests {

    private static final SubjectId SOMEBODY = SubjectId.random();
    private static final MasterKeys MASTERS = TestKeys.with(TestKeys.NEW);
    private static final DataKey KEY = DataKey.generate(SOMEBODY);

    @ParameterizedTest
    @ValueSource(strings = {"", "名", "𠮷野 髙﨑", "ｱｲｳ ｶﾞ", "e\u0301", "👩‍👩‍👧"})
    void givesBackWhatWasSealed(String text) {
        assertThat(KEY.open("a.place", KEY.seal("a.place", text))).isEqualTo(text);
    }

    @Test
    void neverMakesTheSameBoxTwice() {
        assertThat(KEY.seal("a.place", "text")).isNotEqualTo(KEY.seal("a.place", "text"));
    }

    @Test
    void doesNotOpenABoxFromAnotherPlace() {
        byte[] box = KEY.seal("orders.address/1", "text");

        assertThatThrownBy(() -> KEY.open("orders.address/2", box))
                .isInstanceOf(BrokenSealException.class)
                .hasMessageNotContaining("text");
    }

    @Test
    void doesNotOpenABoxOfAnotherPersonEvenWithTheSameKey() {
        byte[] box = KEY.seal("a.place", "text");
        DataKey another = new DataKey(SubjectId.random(), KEY.keyset());

        assertThatThrownBy(() -> another.open("a.place", box))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void doesNotUnwrapAKeyThatWasGivenToAnotherPerson() {
        Aead master = MASTERS.aead("test");
        byte[] wrapped = KEY.wrap(master);

        assertThatThrownBy(() -> DataKey.unwrap(SubjectId.random(), wrapped, master))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void notOneFlippedBitPasses() {
        byte[] box = KEY.seal("a.place", "text");
        for (int i = 0; i < box.length * 8; i++) {
            byte[] altered = box.clone();
            altered[i / 8] ^= (byte) (1 << i % 8);

            assertThatThrownBy(() -> KEY.open("a.place", altered))
                    .isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void unwrapsWithAPreviousMasterKeyAndWrapsWithTheNewest() {
        byte[] box = KEY.seal("a.place", "text");
        byte[] old = KEY.wrap(TestKeys.with(TestKeys.OLD).aead("test"));
        Aead both = TestKeys.with(TestKeys.NEW, TestKeys.OLD).aead("test");
        Aead newest = MASTERS.aead("test");

        byte[] rewrapped = DataKey.unwrap(SOMEBODY, old, both).wrap(both);

        assertThat(DataKey.unwrap(SOMEBODY, rewrapped, newest).open("a.place", box))
                .isEqualTo("text");
        assertThatThrownBy(() -> DataKey.unwrap(SOMEBODY, old, newest))
                .isInstanceOf(BrokenSealException.class);
    }
}
