package org.rackdrill.cli.terminal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** What the system sends to end a process. */
public final class Signals {
    /** By the name that the virtual machine knows them under. */
    private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15);

    private static final int BY_SIGNAL = 128;

    private Signals() {}

    /**
     * From now on a signal ends the process at once, whatever it is doing.
     *
     * <p>By reflection, since the compiler warns of {@code sun.misc.Signal} and nothing else in Java hears a signal. Where
     * that is missing, signals stay as they are.
     */
    public static void endAtOnce() {
        NUMBERS.forEach(Signals::endAtOnce);
    }

    private static void endAtOnce(String name, int number) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ending = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (it, method, of) -> {
                        Runtime.getRuntime().halt(BY_SIGNAL + number);
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ending);
        } catch (ReflectiveOperationException e) {
            // The first signal has been heard; whoever sends a second one waits a little longer.
            return;
        }
    }
}
