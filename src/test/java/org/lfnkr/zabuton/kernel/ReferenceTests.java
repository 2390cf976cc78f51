package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01M9P-0XT4B",
                " 01m9p0xt4b ",
                "o1m9p oxt4b",
                "０１Ｍ９Ｐ－０ＸＴ４Ｂ",
                "OIM9P–OXT4B",
                "0lM9P‐0xt4b"
            })
    void readsWhatPeopleWrite(String typed) {
        assertThat(Reference.read(typed)).isEqualTo("01M9P-0XT4B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K3M9", "7K3M9-QXT4B7", "' or 1=1 --", "\0", "座布団座布団座布団座"})
    void readsNothingFromWhatIsNone(String typed) {
        assertThat(Reference.read(typed)).isEmpty();
    }
}
