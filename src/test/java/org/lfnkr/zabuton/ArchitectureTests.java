package org.lfnkr.zabuton;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestParam;

import reactor.core.CorePublisher;

import java.util.Optional;

class ArchitectureTests {

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.lfnkr.zabuton");

    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(ZabutonApplication.class).verify();
    }

    @Test
    void onlyPaymentsKnowsStripe() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..zabuton.payments..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.stripe..")
                .check(MAIN);
    }

    @Test
    void nothingBlocks() {
        noClasses()
                .should()
                .callMethodWhere(onPublisher("blocks", call -> call.getName().startsWith("block")))
                .check(MAIN);
    }

    @Test
    void nothingSubscribesWithoutSayingWhatHappensOnErrors() {
        noClasses()
                .should()
                .callMethodWhere(
                        onPublisher(
                                "is a bare subscribe()",
                                call ->
                                        call.getName().equals("subscribe")
                                                && call.getTarget()
                                                        .getRawParameterTypes()
                                                        .isEmpty()))
                .check(MAIN);
    }

    /** {@code ?sent} without a value would be empty: {@code web.Flags} reads such words. */
    @Test
    void noHandlerTakesAnOptionalParameter() {
        assertThat(
                        MAIN.stream()
                                .flatMap(type -> type.getMethods().stream())
                                .flatMap(method -> method.getParameters().stream())
                                .filter(it -> it.isAnnotatedWith(RequestParam.class))
                                .filter(it -> it.getRawType().isEquivalentTo(Optional.class)))
                .isEmpty();
    }

    private static DescribedPredicate<JavaMethodCall> onPublisher(
            String description, java.util.function.Predicate<JavaMethodCall> rule) {
        return DescribedPredicate.describe(
                description,
                call ->
                        call.getTargetOwner().isAssignableTo(CorePublisher.class)
                                && rule.test(call));
    }
}
