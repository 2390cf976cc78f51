package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SliceTests {

    private final List<UUID> all = Stream.generate(UUID::randomUUID).limit(45).toList();

    @Test
    void showsTwentyAndTellsWhetherMoreFollow() {
        assertThat(Slice.of(numbers(Slice.SIZE)))
                .isEqualTo(new Slice<>(numbers(Slice.SIZE), false));
        assertThat(Slice.of(numbers(Slice.ASKED))).isEqualTo(new Slice<>(numbers(20), true));
        assertThat(Slice.of(List.of()).isEmpty()).isTrue();
    }

    @Test
    void goesOnBehindTheLastOfThePageBefore() {
        Slice<UUID> first = after(new UUID(0, 0));
        Slice<UUID> second = after(first.last());
        Slice<UUID> third = after(second.last());

        assertThat(Stream.of(first, second, third).flatMap(it -> it.items().stream()))
                .isEqualTo(all);
        assertThat(List.of(first.more(), second.more(), third.more()))
                .containsExactly(true, true, false);
    }

    @Test
    void beginsWhereTheAddressSaysNothing() {
        assertThat(after(UUID.randomUUID()).items()).isEqualTo(all.subList(0, 20));
        assertThat(after(Slice.id("no id")).items()).isEqualTo(all.subList(0, 20));
        assertThat(Slice.id(all.getFirst().toString())).isEqualTo(all.getFirst());
    }

    private Slice<UUID> after(UUID last) {
        return Slice.of(all, Function.identity(), last);
    }

    private static List<Integer> numbers(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    @Test
    void whatIsNoNumberBeginsTheList() {
        assertThat(Slice.number("42", 7)).isEqualTo(42);
        assertThat(Slice.number("999999999999999999", 7)).isEqualTo(999_999_999_999_999_999L);
        for (String typed : List.of("", "-1", "4x", "1000000000000000000", "٤")) {
            assertThat(Slice.number(typed, 7)).as(typed).isEqualTo(7);
        }
    }
}
