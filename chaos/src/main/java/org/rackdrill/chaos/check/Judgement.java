package org.rackdrill.chaos.check;

/**
 * What became of one check.
 *
 * @param check what was asked for, as one line
 * @param measured what was seen, for people; empty when nothing was
 * @param why for all but {@link Verdict#PASSED}, what was missing or wrong; otherwise empty
 */
public record Judgement(String check, Verdict verdict, String measured, String why) {}
