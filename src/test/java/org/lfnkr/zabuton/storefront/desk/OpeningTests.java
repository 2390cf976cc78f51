package org.lfnkr.zabuton.storefront.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class OpeningTests {

    @Test
    void anEmptyShopLacksEverythingInTheOrderInWhichItIsDone() {
        Opening empty = new Opening(List.of(), 0, false, false, false, 2);

        assertThat(empty.steps())
                .extracting(Step::key)
                .containsExactly(
                        "goods", "costs", "stock", "shipping", "outcome", "policy", "gates");
        assertThat(empty.steps()).noneMatch(Step::isDone);
        assertThat(empty.steps()).allMatch(step -> step.page().startsWith("/desk/"));
        assertThat(empty.steps().getLast().missing()).isEqualTo(2);
    }

    @Test
    void eachIsDoneByItself() {
        assertThat(done(new Opening(List.of(), 5, false, false, false, 1)))
                .containsExactly("stock");
        assertThat(done(new Opening(List.of(), 0, true, false, false, 1)))
                .containsExactly("shipping");
        assertThat(done(new Opening(List.of(), 0, false, true, true, 0)))
                .containsExactly("outcome", "policy", "gates");
    }

    private static List<String> done(Opening opening) {
        return opening.steps().stream().filter(Step::isDone).map(Step::key).toList();
    }
}
