package org.rackdrill.reports.chart;

import org.rackdrill.reports.page.Element;

/** What a part looks like from the front, forty pixels wide. */
final class Faceplate {
    private static final double WIDTH = 34;

    private Faceplate() {}

    static Element of(String kind, double x, double middle) {
        Element face = Element.of("g", "face");
        switch (kind) {
            case "node" -> bays(face, x, middle);
            case "switch" -> ports(face, x, middle, 2);
            case "router" -> {
                ports(face, x + 10, middle, 1);
                face.add(Picture.disc(x + 3, middle, 2.5, "lamp"));
            }
            case "ups" -> battery(face, x, middle);
            case "access-point" -> waves(face, x + WIDTH / 2, middle);
            case "wan" -> globe(face, x + WIDTH / 2, middle);
            case "plan" -> clock(face, x + WIDTH / 2, middle);
            case "mains" -> bolt(face, x + WIDTH / 2, middle);
            default ->
                face.add(Picture.box(x + 4, middle - 7, WIDTH - 8, 14, "").with("rx", 2));
        }
        return face;
    }

    private static void bays(Element face, double x, double middle) {
        for (int bay = 0; bay < 4; bay++) {
            face.add(Picture.box(x + bay * 9, middle - 13, 7, 26, "").with("rx", 1));
            face.add(Picture.line(x + bay * 9 + 2, middle + 9, x + bay * 9 + 5, middle + 9, ""));
        }
    }

    private static void ports(Element face, double x, double middle, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int port = 0; port < (rows == 1 ? 3 : 4); port++) {
                double y = middle - (rows == 1 ? 3.5 : 8) + row * 9;
                face.add(Picture.box(x + port * 9, y, 7, 7, "").with("rx", 1));
            }
        }
    }

    private static void battery(Element face, double x, double middle) {
        face.add(Picture.box(x, middle - 10, 29, 20, "").with("rx", 2));
        face.add(Picture.box(x + 30, middle - 4, 3, 8, "lamp"));
        for (int cell = 0; cell < 3; cell++) {
            face.add(Picture.box(x + 4 + cell * 8, middle - 6, 5, 12, "lamp"));
        }
    }

    private static void waves(Element face, double x, double middle) {
        face.add(Picture.disc(x, middle + 7, 2.5, "lamp"));
        face.add(Picture.path("M" + (x - 7) + " " + (middle + 1) + "a10 10 0 0 1 14 0", ""));
        face.add(Picture.path("M" + (x - 12) + " " + (middle - 4) + "a17 17 0 0 1 24 0", ""));
    }

    private static void globe(Element face, double x, double middle) {
        face.add(Picture.disc(x, middle, 12, ""));
        face.add(Element.of("ellipse")
                .with("cx", x)
                .with("cy", middle)
                .with("rx", 5)
                .with("ry", 12));
        face.add(Picture.line(x - 12, middle, x + 12, middle, ""));
    }

    private static void clock(Element face, double x, double middle) {
        face.add(Picture.disc(x, middle, 12, ""));
        face.add(Picture.path("M" + x + " " + (middle - 8) + "v8l5 4", ""));
    }

    private static void bolt(Element face, double x, double middle) {
        face.add(Picture.path("M" + (x + 2) + " " + (middle - 13) + "l-9 15h6l-2 11l9 -15h-6z", ""));
    }
}
