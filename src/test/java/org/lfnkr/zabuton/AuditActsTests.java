package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.audit.AuditTrail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every act that the audit trail is told has its words. The acts are taken from the compiled
 * classes: from those that write to the trail, and those that call a method of theirs with one.
 */
class AuditActsTests {

    private static final Pattern ACT = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** Acts that are put together, by what they begin or end with. */
    private static final Map<String, Set<String>> COMPOSED =
            Map.of(
                    "parcel.",
                            Set.of(
                                    "parcel.sent",
                                    "parcel.came-back",
                                    "parcel.called-off",
                                    "parcel.numbered",
                                    "parcel.renumbered"),
                    "public-name.", Set.of("public-name.approved", "public-name.declined"),
                    ".key-mismatch", Set.of("payment.key-mismatch", "plan.key-mismatch"));

    /**
     * What looks like an act in such classes, and is a place in the vault, a purpose, or a kind of
     * work or of approval.
     */
    private static final Set<String> NO_ACTS =
            Set.of(
                    "evidence.destruction",
                    "evidence.file",
                    "evidence.picture",
                    "funds.disbursement",
                    "funds.transfer",
                    "funds.policy",
                    "funds.policy-withdrawal",
                    "funds.price",
                    "funds.shortfall",
                    "funds.purchase",
                    "funds.target",
                    "funds.ripening",
                    "banking.file",
                    "banking.holder",
                    "banking.payer",
                    "giving.by-hand",
                    "mail.letter",
                    "payments.address",
                    "supporters.changer",
                    "supporters.correction",
                    "supporters.email",
                    "payments.removal",
                    "payments.spare",
                    "payments.wish",
                    "reveals.breach",
                    "staff.challenge",
                    "staff.mail");

    private static final List<ClassModel> CLASSES = classes();

    @Test
    void everyActHasItsWordsAndNoWordsAreLeftOver() {
        Set<String> writers = writers();
        Set<String> acts = new TreeSet<>();
        CLASSES.stream()
                .filter(it -> isWriter(it, writers))
                .flatMap(AuditActsTests::texts)
                .forEach(
                        text -> {
                            if (ACT.matcher(text).matches()) {
                                acts.add(text);
                            }
                            acts.addAll(composed(text));
                        });
        acts.removeAll(NO_ACTS);

        assertThat(acts).hasSizeGreaterThan(30);
        assertThat(words("en")).containsExactlyInAnyOrderElementsOf(acts);
        assertThat(words("ja")).containsExactlyInAnyOrderElementsOf(acts);
    }

    private static Set<String> composed(String text) {
        String plain = text.replace("\u0001", "");
        return COMPOSED.getOrDefault(plain, Set.of());
    }

    private static Set<String> words(String language) {
        Properties all = new Properties();
        try (var file =
                Objects.requireNonNull(
                        AuditActsTests.class.getResourceAsStream(
                                "/messages/audit_" + language + ".properties"))) {
            all.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> acts = new HashSet<>();
        all.stringPropertyNames().forEach(key -> acts.add(key.replaceFirst("audit\\.act\\.", "")));
        return acts;
    }

    /** Classes that call the trail. */
    private static Set<String> writers() {
        Set<String> names = new HashSet<>();
        CLASSES.stream()
                .filter(it -> calls(it).anyMatch(AuditActsTests::writes))
                .forEach(it -> names.add(it.thisClass().asInternalName()));
        return names;
    }

    private static boolean writes(InvokeInstruction call) {
        return call.owner().asInternalName().equals(AuditTrail.class.getName().replace('.', '/'))
                && call.name().stringValue().equals("record");
    }

    /** Also whoever hands an act to a method called record of a class that writes. */
    private static boolean isWriter(ClassModel type, Set<String> writers) {
        return writers.contains(type.thisClass().asInternalName())
                || calls(type)
                        .anyMatch(
                                call ->
                                        call.name().stringValue().equals("record")
                                                && writers.contains(call.owner().asInternalName()));
    }

    private static Stream<InvokeInstruction> calls(ClassModel type) {
        return code(type)
                .filter(InvokeInstruction.class::isInstance)
                .map(InvokeInstruction.class::cast);
    }

    private static Stream<CodeElement> code(ClassModel type) {
        return type.methods().stream()
                .map(MethodModel::code)
                .flatMap(java.util.Optional::stream)
                .flatMap(code -> code.elementStream());
    }

    private static Stream<String> texts(ClassModel type) {
        return code(type)
                .flatMap(
                        it ->
                                switch (it) {
                                    case ConstantInstruction constant
                                            when constant.constantValue() instanceof String text ->
                                            Stream.of(text);
                                    case InvokeDynamicInstruction call
                                            when call.name()
                                                    .stringValue()
                                                    .equals("makeConcatWithConstants") ->
                                            call.bootstrapArgs().stream()
                                                    .filter(String.class::isInstance)
                                                    .map(String.class::cast);
                                    default -> Stream.empty();
                                });
    }

    private static List<ClassModel> classes() {
        URI root =
                URI.create(
                        ZabutonApplication.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(AuditActsTests::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
