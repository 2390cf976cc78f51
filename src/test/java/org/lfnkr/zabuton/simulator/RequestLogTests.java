package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.IntStream;

class RequestLogTests {

    private final RequestLog log = new RequestLog();

    private void call(int times) {
        Reply reply = Reply.json(200, Json.object());
        IntStream.range(0, times)
                .forEach(i -> log.add(new Request("GET", "/v1/" + i, "", Map.of()), reply));
    }

    @Test
    void countsOnWhenTheOldestAreNoLongerKept() {
        call(1_500);
        long before = log.count();
        call(2);

        assertThat(before).isEqualTo(1_500);
        assertThat(log.all()).hasSize(1_000);
        assertThat(log.since(before))
                .extracting(RecordedRequest::path)
                .containsExactly("/v1/0", "/v1/1");
    }

    @Test
    void doesNotPassOverThoseThatAreNoLongerKept() {
        call(1_001);

        assertThat(log.since(1)).hasSize(1_000);
        assertThatIllegalStateException().isThrownBy(() -> log.since(0));
    }
}
