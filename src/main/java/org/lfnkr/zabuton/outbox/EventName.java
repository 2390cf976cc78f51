package org.lfnkr.zabuton.outbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an event is called where it is stored, whatever becomes of its class: {@code
 * module.what-happened.version}. Fields that older stored events lack, or a field with another
 * meaning, make a new version, which is a class of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {

    String value();
}
