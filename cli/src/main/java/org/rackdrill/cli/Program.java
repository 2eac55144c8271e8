package org.rackdrill.cli;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Printable;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.simulator.compiled.Unanswerable;
import org.rackdrill.simulator.study.NoMachines;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;

/** One run of the program, from its arguments to its exit code. */
public final class Program {
    private final Surroundings surroundings;
    private final Rackdrill root = new Rackdrill();

    Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command and returns the exit code; whatever happens ends in one sentence. */
    public int run(String... args) {
        Outlet out = surroundings.terminal().out();
        int code;
        try {
            code = commandLine().execute(args);
        } catch (Throwable failure) {
            code = explain(failure);
        }
        out.flush();
        if (out.failure().isPresent()) {
            say("cannot write to standard output: " + Reason.of(out.failure().get()));
            code = ExitCode.UNAVAILABLE.code();
        }
        surroundings.terminal().err().flush();
        surroundings.interruption().finished();
        return code;
    }

    /** Returns all commands, ready to parse. */
    CommandLine commandLine() {
        Terminal terminal = surroundings.terminal();
        CommandLine line = new CommandLine(root, new Verbs())
                .setOut(terminal.out().writer())
                .setErr(terminal.err().writer())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.out().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(Terminal.WIDTH)
                .setParameterExceptionHandler(this::refuse)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure));
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(String.valueOf(code.code()), code.meaning()));
        line.getCommandSpec().usageMessage().exitCodeList(codes);
        return line;
    }

    private int refuse(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        say(new Misunderstanding(mistake, surroundings.directory()).sentence());
        surroundings
                .terminal()
                .err()
                .line("'" + command.getCommandSpec().qualifiedName() + " --help' shows how to call it.");
        return ExitCode.USAGE.code();
    }

    private int explain(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            if (!refusal.sentence().isEmpty()) {
                say(refusal.sentence());
            }
            return refusal.exitCode().code();
        }
        if (failure instanceof Unanswerable unanswerable) {
            say(String.valueOf(unanswerable.getMessage()));
            return ExitCode.BAD_INPUT.code();
        }
        if (failure instanceof NoMachines none) {
            say(String.valueOf(none.getMessage()));
            return ExitCode.UNAVAILABLE.code();
        }
        if (root.debug()) {
            failure.printStackTrace(surroundings.terminal().err().writer());
        }
        if (TooLittleMemory.isWhy(failure)) {
            say(TooLittleMemory.SENTENCE);
            return ExitCode.UNAVAILABLE.code();
        }
        say("this is a bug (" + Version.number() + ", " + failure + "). Please report it with the command and the lab"
                + (root.debug() ? "." : "; --debug shows where it is."));
        return ExitCode.BUG.code();
    }

    private void say(String sentence) {
        surroundings.terminal().err().line("rackdrill: " + Printable.line(sentence));
    }

    /** Makes a verb when it is needed, and hands it what is around it. */
    private final class Verbs implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Surroundings.class})) {
                    return type.cast(constructor.newInstance(surroundings));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
