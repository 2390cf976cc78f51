package org.lfnkr.zabuton.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;

import java.util.List;

class EventNamesTests {

    private record Nameless(String stream) implements OutboxEvent {}

    @EventName("Tests.Named")
    private record Misnamed(String stream) implements OutboxEvent {}

    @EventName("tests.named.1")
    private record Named(String stream) implements OutboxEvent {}

    @EventName("tests.named.1")
    private record Twin(String stream) implements OutboxEvent {}

    private record Deaf<E extends OutboxEvent>(String name, Class<E> event)
            implements OutboxHandler<E> {

        @Override
        public Mono<Void> handle(E event) {
            return Mono.empty();
        }
    }

    @Test
    void everyEventOfTheShopHasANameOfItsOwn() {
        List<Class<?>> events =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("org.lfnkr.zabuton")
                                .stream()
                                .filter(type -> type.isAssignableTo(OutboxEvent.class))
                                .filter(type -> !type.isInterface())
                                .<Class<?>>map(JavaClass::reflect)
                                .toList();

        assertThat(events).hasSizeGreaterThan(20);
        EventNames.requireDistinct(events);
    }

    @Test
    void aStartRefusesAnEventWithoutAName() {
        for (Class<? extends OutboxEvent> event : List.of(Nameless.class, Misnamed.class)) {
            assertThatThrownBy(() -> start(new Deaf<>("tests.a", event)))
                    .hasMessageContaining(event.getName() + " must declare a name");
        }
    }

    @Test
    void aStartRefusesTwoEventsOfOneName() {
        assertThatThrownBy(
                        () ->
                                start(
                                        new Deaf<>("tests.a", Named.class),
                                        new Deaf<>("tests.b", Twin.class)))
                .hasMessageContaining("have the same name");
        start(new Deaf<>("tests.a", Named.class), new Deaf<>("tests.b", Named.class));
    }

    private static void start(OutboxHandler<?>... handlers) {
        new Handlers(List.of(handlers)).start();
    }
}
