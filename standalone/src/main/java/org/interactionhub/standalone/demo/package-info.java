/**
 * The demo: the story of a company that builds boiler houses and workshops turnkey, played through the inlets of a
 * running hub. The story itself lies in resource files beside this package.
 */
@NullMarked
package org.interactionhub.standalone.demo;

import org.jspecify.annotations.NullMarked;
