package org.lfnkr.zabuton.desk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page that stands in the desk's menu, for those who may open it. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InMenu {
    DeskEntry value();

    /** The message's key of what the menu calls it. */
    String title();

    /** Among the pages of its entry, the least first; the first is where the entry leads. */
    int place() default 50;
}
