package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class OfficeTextTests {

    @Test
    void readsWhatProgramsOfOfficesWrite() {
        assertThat(OfficeText.of("\ufeff帽子".getBytes(StandardCharsets.UTF_8))).contains("帽子");
        assertThat(OfficeText.of("帽子".getBytes(StandardCharsets.UTF_8))).contains("帽子");
        assertThat(OfficeText.of("髙﨑①".getBytes(Charset.forName("windows-31j")))).contains("髙﨑①");
        assertThat(OfficeText.of(new byte[0])).contains("");
    }

    @Test
    void guessesNoCharacter() {
        assertThat(OfficeText.of("﨑帽子\n".getBytes(StandardCharsets.UTF_16))).isEmpty();
    }
}
