package org.rackdrill.reports.chart;

import java.awt.BasicStroke;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYDotRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Spoken;

/** A hundred years as a hundred squares, piled up where their hours of downtime are, with the goal as a dashed line. */
public final class YearSpread {
    private static final double WIDTH = 340;
    private static final double HEIGHT = 168;
    private static final double MARGIN = 8;
    private static final double TOP = 22;
    private static final double PLOT_WIDTH = WIDTH - 2 * MARGIN;
    private static final double PLOT_HEIGHT = 118;

    private final YearPile pile;

    /**
     * Draws the years whose quantiles these are.
     *
     * @param quantiles hours down at 0 %, 1 %, ... 100 % of years
     * @param allowedHours what the goal allows a year
     */
    public YearSpread(List<Double> quantiles, double allowedHours) {
        pile = new YearPile(quantiles, allowedHours, PLOT_WIDTH, PLOT_HEIGHT);
    }

    /** Returns the picture. */
    public Element picture(String title, String description, String goal) {
        double step = step();
        Element svg = Picture.drawing(WIDTH, HEIGHT, title, description);
        Element plot = PlotPaper.draw(plot(step), PLOT_WIDTH, PLOT_HEIGHT)
                .with("transform", "translate(" + Figures.coordinate(MARGIN) + "," + Figures.coordinate(TOP) + ")");
        svg.add(plot, Picture.line(MARGIN, TOP + PLOT_HEIGHT, WIDTH - MARGIN, TOP + PLOT_HEIGHT, "base"));
        for (double at = 0; at <= pile.longest() * 1.0001; at += step) {
            svg.add(tick(at));
        }
        return svg.add(goalLabel(goal), beyond());
    }

    private XYPlot plot(double step) {
        XYDotRenderer dots = new XYDotRenderer();
        dots.setDotWidth(pile.pitch() - 1);
        dots.setDotHeight(pile.pitch() - 1);
        dots.setSeriesPaint(0, Ink.KEPT.stand());
        dots.setSeriesPaint(1, Ink.MISSED.stand());
        XYPlot plot = new XYPlot(years(), axis(pile.longest(), step), axis(PLOT_HEIGHT, PLOT_HEIGHT), dots);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(Ink.GRID.stand());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        BasicStroke dashed =
                new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 3}, 0);
        plot.addDomainMarker(new ValueMarker(pile.allowed(), Ink.GOAL.stand(), dashed));
        return plot;
    }

    private XYSeriesCollection years() {
        XYSeries kept = new XYSeries("kept");
        XYSeries missed = new XYSeries("missed");
        for (YearPile.Square square : pile.squares()) {
            // The renderer wants the middle, and rounds to whole pixels.
            double middle = (pile.pitch() - 2) / 2.0 + 0.01;
            double hours = (square.x() + middle) / PLOT_WIDTH * pile.longest();
            (square.kept() ? kept : missed).add(hours, PLOT_HEIGHT - square.y() - middle);
        }
        XYSeriesCollection years = new XYSeriesCollection(kept);
        years.addSeries(missed);
        return years;
    }

    /** The words are ours, so the library needs no fonts from the machine and letters grow with the page. */
    private static NumberAxis axis(double upTo, double step) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, upTo);
        axis.setTickUnit(new NumberTickUnit(step), false, true);
        axis.setTickLabelFont(new NoFont());
        axis.setVisible(false);
        return axis;
    }

    private Element tick(double hours) {
        double x = MARGIN + hours / pile.longest() * PLOT_WIDTH;
        String anchor = hours == 0 ? "soft" : x > WIDTH - 24 ? "soft end" : "soft mid";
        String text = hours == 0 ? "0" : label(hours);
        return Picture.words(Math.min(x, WIDTH - MARGIN), HEIGHT - 10, text, anchor);
    }

    private String label(double hours) {
        Hours unit = unit();
        return Figures.about(unit.in(hours), 3) + "\u00a0" + unit.unit();
    }

    private Element beyond() {
        int years = pile.beyond();
        return years == 0
                ? Element.nothing()
                : Picture.words(
                        WIDTH - MARGIN, TOP + 12, Spoken.count(years, "year", "years") + " beyond →", "soft end halo");
    }

    private Element goalLabel(String goal) {
        double x = MARGIN + pile.allowed() / pile.longest() * PLOT_WIDTH;
        boolean right = x < WIDTH * 0.6;
        return Picture.words(right ? x + 4 : x - 4, TOP - 8, goal, right ? "" : "end");
    }

    /** A round step, so that four to eight of them fill the axis. */
    private double step() {
        double rough = unit().in(pile.longest()) / 6;
        double ten = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double candidate : new double[] {1, 2, 5, 10}) {
            if (candidate * ten >= rough) {
                return candidate * ten / unit().in(1);
            }
        }
        return rough / unit().in(1);
    }

    private Hours unit() {
        return Hours.unitFor(pile.longest() / 2);
    }
}
