package org.lfnkr.zabuton.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who runs the shop, as pages, mails and papers name it.
 *
 * @param responsible the office that answers for the shop (特定商取引法: 運営責任者)
 * @param hours when the telephone is answered
 * @param email where answers to mails go
 * @param registrationNumber of a registered issuer of qualified invoices (適格請求書発行事業者): T and
 *     thirteen digits; without it papers are plain receipts
 * @param certification without it receipts of gifts say that they serve no tax deduction
 */
@ConfigurationProperties("zabuton.organisation")
public record Organisation(
        Bilingual name,
        Bilingual address,
        Bilingual responsible,
        Bilingual hours,
        String phone,
        EmailAddress email,
        @Nullable String registrationNumber,
        @Nullable Certification certification) {

    /**
     * Of an organisation whose givers may deduct their gifts (認定NPO法人).
     *
     * @param number of the certificate, as the authority writes it
     * @param on its date
     */
    public record Certification(String number, LocalDate on) {

        public Certification {
            require(number, "certification.number");
            require(on, "certification.on");
        }
    }

    private static final Pattern NUMBER = Pattern.compile("T\\d{13}");

    public Organisation {
        require(name, "name.en and .ja");
        require(address, "address.en and .ja");
        require(responsible, "responsible.en and .ja");
        require(hours, "hours.en and .ja");
        require(phone == null || phone.isBlank() ? null : phone, "phone");
        require(email, "email");
        if (registrationNumber != null && !NUMBER.matcher(registrationNumber).matches()) {
            throw new StartupRefused(
                    "zabuton.organisation.registration-number must be T and thirteen digits.");
        }
    }

    private static void require(@Nullable Object value, String property) {
        if (value == null) {
            throw new StartupRefused(
                    "zabuton.organisation."
                            + property
                            + " must be set: pages, mails and papers say it.");
        }
    }

    /** The number that makes a receipt a qualified invoice, where there is one. */
    public Optional<String> invoiceNumber() {
        return Optional.ofNullable(registrationNumber);
    }
}
