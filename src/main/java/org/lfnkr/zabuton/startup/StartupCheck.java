package org.lfnkr.zabuton.startup;

import org.lfnkr.zabuton.kernel.StartupRefused;

/**
 * Something that must hold before anything is served. Every start makes all checks, and the command
 * {@code check} makes them without opening the shop; so a check changes nothing.
 */
public interface StartupCheck {

    /** When a check can be made. */
    enum Moment {
        /** Before the migrations, on a database that may be empty. */
        BEFORE_MIGRATION,
        /** When the tables are there. */
        AFTER_MIGRATION
    }

    /** What is looked at, as the operator reads it. */
    String subject();

    Moment moment();

    /** Whether somebody else is asked, over the network; not of a copy. */
    default boolean asksOthers() {
        return false;
    }

    /**
     * @throws StartupRefused with the sentence that says which setting is at fault
     */
    void verify();
}
