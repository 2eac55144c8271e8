package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Spoils lab files a little, token by token, so that some still make sense and most nearly do. The same seed always
 * gives the same file.
 */
public final class LabMutator {

    private static final Pattern TOKENS = Pattern.compile("(?<=\\W)|(?=\\W)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    private final List<List<String>> files = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /**
     * @param files well-formed lab files
     */
    public LabMutator(List<String> files) {
        for (String file : files) {
            List<String> tokens = List.of(TOKENS.split(withoutComments(file)));
            this.files.add(tokens);
            tokens.stream().filter(WORD.asMatchPredicate()).forEach(words::add);
        }
    }

    /** Returns one of the files with one or two changes. */
    public String mutant(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> tokens = new ArrayList<>(files.get(random.nextInt(files.size())));
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            change(tokens, random);
        }
        return String.join("", tokens);
    }

    private void change(List<String> tokens, SplittableRandom random) {
        switch (random.nextInt(14)) {
            case 0 -> tokens.remove(random.nextInt(tokens.size()));
            case 1 -> tokens.add(random.nextInt(tokens.size()), tokens.get(random.nextInt(tokens.size())));
            case 2 -> swap(tokens, random);
            case 3 -> set(tokens, random, WORD.asMatchPredicate(), words.get(random.nextInt(words.size())));
            case 4 -> line(tokens, random, true);
            case 5 -> line(tokens, random, false);
            case 6 -> tokens.add(random.nextInt(tokens.size()), String.valueOf((char) (random.nextInt(0x250))));
            case 7 -> set(tokens, random, WORD.asMatchPredicate(), "");
            default -> set(tokens, random, NUMBER.asMatchPredicate(), number(random));
        }
    }

    private static void swap(List<String> tokens, SplittableRandom random) {
        int a = random.nextInt(tokens.size());
        int b = random.nextInt(tokens.size());
        String token = tokens.get(a);
        tokens.set(a, tokens.get(b));
        tokens.set(b, token);
    }

    private static void set(List<String> tokens, SplittableRandom random, Predicate<String> which, String to) {
        int start = random.nextInt(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int index = (start + i) % tokens.size();
            if (which.test(tokens.get(index))) {
                tokens.set(index, to);
                return;
            }
        }
    }

    /** Removes a line, or writes it twice. */
    private static void line(List<String> tokens, SplittableRandom random, boolean remove) {
        int from = random.nextInt(tokens.size());
        while (from > 0 && !tokens.get(from - 1).equals("\n")) {
            from--;
        }
        int to = from;
        while (to < tokens.size() && !tokens.get(to).equals("\n")) {
            to++;
        }
        List<String> line = tokens.subList(from, Math.min(tokens.size(), to + 1));
        if (remove && line.size() < tokens.size()) {
            line.clear();
        } else {
            tokens.addAll(from, List.copyOf(line));
        }
    }

    private static String number(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "0";
            case 1 -> "1";
            case 2 -> String.valueOf(random.nextInt(10));
            case 3 -> String.valueOf(random.nextInt(100));
            case 4 -> String.valueOf(random.nextInt(5000));
            default -> random.nextInt(100) + "." + random.nextInt(100);
        };
    }

    private static String withoutComments(String file) {
        return file.replaceAll("(?m)(^| +)#.*$", "");
    }
}
