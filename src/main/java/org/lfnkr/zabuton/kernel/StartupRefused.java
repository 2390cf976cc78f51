package org.lfnkr.zabuton.kernel;

/**
 * The application must not start like this. The message is one sentence that names the property at
 * fault and says what to do; it is all that the operator gets to read.
 */
public class StartupRefused extends RuntimeException {

    public StartupRefused(String sentence) {
        super(sentence);
    }
}
