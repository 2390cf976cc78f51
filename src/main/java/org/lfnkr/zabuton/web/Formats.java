package org.lfnkr.zabuton.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;

/** How sums and dates are written; {@code @formats} in templates. */
@Component("formats")
public class Formats {

    private static final TimeZone TOKYO = TimeZone.getTimeZone(BusinessDate.TOKYO.getId());

    /** Word joiner: a line may end between a minus and a yen sign otherwise (UAX 14: both PR). */
    static final String UNPARTED = "\u2060";

    /**
     * A sum as {@code ¥3,200}, the same in both languages; {@code −¥300} below zero. No line ends
     * within it.
     */
    public String yen(Money money) {
        String digits =
                NumberFormat.getIntegerInstance(ULocale.ENGLISH).format(Math.abs(money.yen()));
        return (money.isNegative() ? "−" + UNPARTED + "¥" : "¥") + digits;
    }

    /** A day in words: {@code 22 November 2026}, {@code 2026年11月22日}. */
    public String date(LocalDate date, Language language) {
        return format(pattern(language, ""), language, startOf(date));
    }

    /** A day in words, for a reader of whichever language. */
    public Bilingual date(LocalDate date) {
        return new Bilingual(date(date, Language.EN), date(date, Language.JA));
    }

    /** The days from one to another, both included, in words: a single one stands by itself. */
    public String days(LocalDate from, LocalDate until, Language language) {
        String first = date(from, language);
        return from.equals(until)
                ? first
                : switch (language) {
                    case EN -> first + " to " + date(until, language);
                    case JA -> first + "〜" + date(until, language);
                };
    }

    /** A month in words: {@code November 2026}, {@code 2026年11月}. */
    public String month(YearMonth month, Language language) {
        String pattern = language == Language.JA ? "yyyy年M月" : "MMMM yyyy";
        return format(pattern, language, startOf(month.atDay(1)));
    }

    /** The day in Tokyo on which something happened. */
    public String date(Instant instant, Language language) {
        return date(BusinessDate.of(instant), language);
    }

    /** Day and time in Tokyo, to the minute. */
    public String time(Instant instant, Language language) {
        return format(pattern(language, " HH:mm"), language, instant);
    }

    /** A day that is near, with its day of the week: {@code Thu 3 December}, {@code 12月3日（木）}. */
    public String weekday(LocalDate date, Language language) {
        String pattern = language == Language.JA ? "M月d日（E）" : "EEE d MMMM";
        return format(pattern, language, startOf(date));
    }

    /** The day by the Japanese era, as papers carry it: {@code 令和8年11月22日}. */
    public String eraDate(LocalDate date) {
        return formatter("Gy年M月d日", new ULocale("ja_JP@calendar=japanese"))
                .format(Date.from(startOf(date)));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(BusinessDate.TOKYO).toInstant();
    }

    private static String pattern(Language language, String time) {
        return switch (language) {
            case EN -> "d MMMM yyyy" + (time.isEmpty() ? "" : "," + time);
            case JA -> "yyyy年M月d日" + time;
        };
    }

    private static String format(String pattern, Language language, Instant instant) {
        return formatter(pattern, ULocale.forLocale(language.locale())).format(Date.from(instant));
    }

    private static DateFormat formatter(String pattern, ULocale locale) {
        DateFormat format = new com.ibm.icu.text.SimpleDateFormat(pattern, locale);
        format.setTimeZone(TOKYO);
        return format;
    }
}
