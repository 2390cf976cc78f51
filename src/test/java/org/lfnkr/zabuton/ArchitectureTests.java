package org.lfnkr.zabuton;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.engine.AbstractTemplateHandler;

import reactor.core.CorePublisher;
import reactor.test.StepVerifier;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ArchitectureTests {

    private static final String SHOP = "org.lfnkr.zabuton";

    /** Read once: reading them takes longer than all that is asked of them. */
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ArchitectureTests::isWritten)
                    .importPackages(SHOP);

    private static final JavaClasses MAIN =
            ALL.that(DescribedPredicate.describe("are no tests", ArchitectureTests::isMain));

    /** A build leaves behind the code that makes its beans, and their proxies. */
    private static boolean isWritten(Location place) {
        return !place.contains("__") && !place.contains("$$SpringCGLIB$$");
    }

    private static boolean isMain(JavaClass type) {
        return type.getSource()
                .map(it -> Location.of(it.getUri()))
                .filter(new ImportOption.DoNotIncludeTests()::includes)
                .isPresent();
    }

    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(ZabutonApplication.class).verify();
    }

    /**
     * The rooms inside of modules, each with those of its module that it may know. A module's base
     * holds the words that all of them speak, and knows none of them.
     */
    private static final Map<String, Set<String>> ROOMS =
            Map.ofEntries(
                    entry("banking.files", Set.of("banking")),
                    entry("banking.reading", Set.of("banking", "banking.files")),
                    entry("banking.tray", Set.of("banking")),
                    entry("bookkeeping.balance", Set.of()),
                    entry("bookkeeping.board", Set.of("bookkeeping")),
                    entry("bookkeeping.checks", Set.of()),
                    entry("bookkeeping.glance", Set.of()),
                    entry("bookkeeping.spending", Set.of("bookkeeping")),
                    entry("bookkeeping.years", Set.of()),
                    entry("catalog.goods", Set.of("catalog")),
                    entry("catalog.knit", Set.of()),
                    entry("catalog.photographs", Set.of("catalog")),
                    entry(
                            "counter.bazaars",
                            Set.of("counter", "counter.box", "counter.till", "counter.tray")),
                    entry("counter.box", Set.of("counter")),
                    entry("counter.till", Set.of("counter", "counter.box")),
                    entry("counter.tray", Set.of("counter")),
                    entry("evidence.blackened", Set.of("evidence")),
                    entry("fulfilment.carrierfile", Set.of()),
                    entry("fulfilment.making", Set.of()),
                    entry("funds.disbursements", Set.of("funds", "funds.disbursements.promises")),
                    entry("funds.disbursements.bank", Set.of("funds", "funds.disbursements")),
                    entry("funds.disbursements.drafts", Set.of("funds", "funds.disbursements")),
                    entry(
                            "funds.disbursements.lists",
                            Set.of("funds", "funds.disbursements", "funds.disbursements.drafts")),
                    entry("funds.disbursements.promises", Set.of()),
                    entry("funds.disbursements.returns", Set.of("funds", "funds.disbursements")),
                    entry("funds.transfers", Set.of("funds")),
                    entry(
                            "funds.outcomes",
                            Set.of("funds", "funds.disbursements", "funds.outcomes.quiet")),
                    entry("funds.outcomes.quiet", Set.of()),
                    entry("funds.policies", Set.of("funds")),
                    entry("funds.prices", Set.of("funds")),
                    entry("funds.targets", Set.of("funds")),
                    entry("funds.ripening", Set.of("funds")),
                    entry("giving.thanks", Set.of("giving")),
                    entry("giving.purposes", Set.of("giving")),
                    entry("giving.pledges", Set.of("giving", "giving.thanks", "giving.purposes")),
                    entry(
                            "giving.pledges.form",
                            Set.of("giving", "giving.purposes", "giving.pledges")),
                    entry(
                            "giving.pledges.page",
                            Set.of(
                                    "giving",
                                    "giving.purposes",
                                    "giving.pledges",
                                    "giving.pledges.form")),
                    entry(
                            "giving.plans",
                            Set.of(
                                    "giving",
                                    "giving.thanks",
                                    "giving.purposes",
                                    "giving.pledges",
                                    "giving.pledges.form")),
                    entry(
                            "giving.plans.desk",
                            Set.of("giving", "giving.purposes", "giving.pledges", "giving.plans")),
                    entry(
                            "giving.givers",
                            Set.of(
                                    "giving",
                                    "giving.thanks",
                                    "giving.pledges",
                                    "giving.plans",
                                    "giving.purposes")),
                    entry(
                            "giving.desk",
                            Set.of("giving", "giving.thanks", "giving.pledges", "giving.plans")),
                    entry("giving.hand", Set.of("giving", "giving.pledges")),
                    entry("giving.raises", Set.of("giving", "giving.pledges", "giving.plans")),
                    entry("orders.cart", Set.of()),
                    entry("orders.desk", Set.of("orders")),
                    entry("orders.lifecycle", Set.of("orders", "orders.papers", "orders.pieces")),
                    entry("orders.owndata", Set.of("orders", "orders.papers")),
                    entry("orders.papers", Set.of("orders", "orders.cart")),
                    entry("orders.pieces", Set.of("orders")),
                    entry("orders.placing", Set.of("orders", "orders.cart")),
                    entry(
                            "orders.web",
                            Set.of("orders", "orders.cart", "orders.papers", "orders.placing")),
                    entry("payments.balance", Set.of("payments")),
                    entry("payments.hosted", Set.of("payments")),
                    entry("payments.settlement", Set.of("payments")),
                    entry(
                            "payments.processing",
                            Set.of("payments", "payments.hosted", "payments.settlement")),
                    entry("payments.offline", Set.of("payments", "payments.processing")),
                    entry("payments.plans", Set.of("payments", "payments.hosted")),
                    entry("payments.plans.settlement", Set.of("payments", "payments.plans")),
                    entry(
                            "payments.plans.processing",
                            Set.of(
                                    "payments",
                                    "payments.hosted",
                                    "payments.processing",
                                    "payments.plans",
                                    "payments.plans.settlement")),
                    entry(
                            "payments.stripe",
                            Set.of(
                                    "payments",
                                    "payments.balance",
                                    "payments.plans",
                                    "payments.plans.processing",
                                    "payments.processing")),
                    entry("refunds.held", Set.of("refunds")),
                    entry("reveals.breach", Set.of("reveals")),
                    entry("shipping.tariffs", Set.of("shipping")),
                    entry("shipping.web", Set.of("shipping")),
                    entry("staff.people", Set.of("staff")),
                    entry("staff.spare", Set.of()),
                    entry("staff.stuck", Set.of()),
                    entry("staff.today", Set.of()),
                    entry("staff.views", Set.of()),
                    entry("stock.alone", Set.of("stock")),
                    entry("stock.counts", Set.of("stock", "stock.alone")),
                    entry("stock.movements", Set.of("stock", "stock.alone")),
                    entry("supporters.proofs", Set.of("supporters")),
                    entry("supporters.requests", Set.of("supporters")),
                    entry("supporters.signin", Set.of("supporters", "supporters.proofs")),
                    entry(
                            "supporters.addresses",
                            Set.of("supporters", "supporters.proofs", "supporters.signin")),
                    entry(
                            "supporters.owndata",
                            Set.of(
                                    "supporters",
                                    "supporters.proofs",
                                    "supporters.signin",
                                    "supporters.addresses")),
                    entry("web.errors", Set.of("web", "web.page", "web.server")),
                    entry("web.page", Set.of("web")),
                    entry("web.security", Set.of("web", "web.page", "web.errors")),
                    entry("web.server", Set.of("web")));

    @Test
    void roomsKnowOnlyThoseBelowThem() {
        assertThat(
                        MAIN.stream()
                                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                .filter(ArchitectureTests::looksUp)
                                .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean looksUp(Dependency dependency) {
        String from = room(dependency.getOriginClass());
        String to = room(dependency.getTargetClass());
        return module(from).equals(module(to))
                && !from.equals(to)
                && (ROOMS.containsKey(from) || ROOMS.containsKey(to))
                && !known(from).contains(to);
    }

    /** A base on which the rest of its module stands. */
    private static Set<String> known(String room) {
        return switch (room) {
            case "catalog" -> Set.of("catalog.knit");
            case "orders" -> Set.of("orders.cart");
            case "staff" -> Set.of("staff.spare", "staff.views");
            default -> ROOMS.getOrDefault(room, Set.of());
        };
    }

    @Test
    void everyRoomSaysWhomItKnows() {
        assertThat(
                        MAIN.stream()
                                .map(ArchitectureTests::room)
                                .filter(room -> room.contains("."))
                                .filter(room -> isShared(module(room)))
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
    }

    /** As many as one looks through at once. */
    private static final int FILES = 40;

    @Test
    void noRoomIsCrowded() {
        assertThat(
                        MAIN.stream()
                                .filter(type -> !type.isNestedClass())
                                .collect(groupingBy(ArchitectureTests::room, counting()))
                                .entrySet()
                                .stream()
                                .filter(it -> it.getValue() > FILES))
                .isEmpty();
    }

    private static boolean isShared(String module) {
        return ROOMS.keySet().stream().anyMatch(room -> module(room).equals(module));
    }

    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(SHOP + ".") ? name.substring(SHOP.length() + 1) : "";
    }

    private static String module(String room) {
        return room.replaceFirst("\\..*", "");
    }

    /**
     * What only its own package names is nobody else's business. Who uses a constant can't be seen
     * in classes, so types that others may know for one are left out, and so is what Thymeleaf
     * makes by itself.
     */
    @Test
    void nothingIsPublicThatOnlyItsOwnRoomUses() {
        Set<String> used = new HashSet<>();
        ALL.forEach(
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .map(it -> outermost(it.getTargetClass().getBaseComponentType()))
                                .filter(it -> !it.getPackage().equals(type.getPackage()))
                                .map(JavaClass::getName)
                                .forEach(used::add));
        assertThat(
                        MAIN.stream()
                                .filter(type -> ROOMS.containsKey(room(type)))
                                .filter(type -> !type.isNestedClass())
                                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(type -> !hasConstants(type))
                                .filter(type -> !isMadeByThymeleaf(type))
                                .map(JavaClass::getName)
                                .filter(it -> !used.contains(it)))
                .isEmpty();
    }

    private static boolean isMadeByThymeleaf(JavaClass type) {
        return type.getRawSuperclass()
                .filter(it -> it.getName().equals(AbstractTemplateHandler.class.getName()))
                .isPresent();
    }

    private static boolean hasConstants(JavaClass type) {
        return type.getFields().stream()
                .map(JavaField::getModifiers)
                .anyMatch(
                        its ->
                                its.contains(JavaModifier.STATIC)
                                        && its.contains(JavaModifier.FINAL)
                                        && !its.contains(JavaModifier.PRIVATE));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    @Test
    void controllersStandBesideTheirServiceForNobodyElse() {
        noClasses().that().areAnnotatedWith(Controller.class).should().bePublic().check(MAIN);
        noClasses().that().areAnnotatedWith(RestController.class).should().bePublic().check(MAIN);
    }

    /** It is checked against Stripe's types, and could not be told from Stripe. */
    @Test
    void theSimulatorKnowsNothingOfTheShop() {
        noClasses()
                .that()
                .resideInAPackage("..zabuton.simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("..zabuton..")
                                .and(resideOutsideOfPackage("..zabuton.simulator..")))
                .check(ALL);
    }

    @Test
    void onlyItsRoomKnowsStripe() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..zabuton.payments.stripe..")
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

    /** The time of all schedulers is also that of what the tests beside this one wait for. */
    @Test
    void noTestMovesTheTimeOfTheOthers() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(name("withVirtualTime"))
                                .and(target(owner(type(StepVerifier.class)))))
                .check(ALL);
    }
}
