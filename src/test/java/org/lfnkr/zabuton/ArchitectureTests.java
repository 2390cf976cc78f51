package org.lfnkr.zabuton;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import reactor.core.CorePublisher;

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

    private static DescribedPredicate<JavaMethodCall> onPublisher(
            String description, java.util.function.Predicate<JavaMethodCall> rule) {
        return DescribedPredicate.describe(
                description,
                call ->
                        call.getTargetOwner().isAssignableTo(CorePublisher.class)
                                && rule.test(call));
    }
}
