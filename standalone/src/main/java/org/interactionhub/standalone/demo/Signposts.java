package org.interactionhub.standalone.demo;

import java.io.PrintWriter;

/** Says where to look when the story is played. */
record Signposts(PrintWriter out, Door door, Company company) {

    void print(Journal journal) {
        out.println("Look here:");
        for (Company.Sight sight : company.sights()) {
            String place = sight.client() == null
                    ? sight.place()
                    : "/clients/" + journal.id(sight.client()).orElse("");
            out.println("  " + sight.what());
            out.println("    " + door.address() + place);
        }
        out.println();
        out.println("./hub demo --live goes on with it: somebody rings, writes, answers. "
                + "./hub demo --remove takes all of it away.");
    }
}
