package org.rackdrill.reports;

/**
 * What a report says about itself and cannot know from the results.
 *
 * @param date the day to print, in words
 * @param command the command that made the results
 * @param redraw the command that draws this report again from its results
 */
public record ReportContext(String date, String command, String redraw) {}
