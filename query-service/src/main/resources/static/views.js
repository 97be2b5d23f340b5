// The pages of views: draws the chart, and asks for a view to be built. Without it the table still says everything.
(() => {
  'use strict';

  const root = document.documentElement;
  let chart = null;
  let drawing = null;

  const token = name => getComputedStyle(root).getPropertyValue('--hub-' + name).trim();
  const colour = tint => token(/^[1-8]$/.test(tint) ? 'series-' + tint : tint) || token('muted');

  // --- chart: everything that is said comes from the server, everything that is seen from the style sheet ---------

  // One bar out of all proportion would press the others flat: it is cut off, with an arrow; its label tells how long it is.
  const longest = () => {
    const all = drawing.series.flatMap(one => one.data).filter(value => value !== null).sort((a, b) => a - b);
    return Math.min(all.at(-1) ?? 0, 2.5 * (all[Math.floor((all.length - 1) * 0.9)] ?? 0)) || undefined;
  };

  const series = () => drawing.series.map((one, number) => ({
    name: one.name,
    type: drawing.kind === 'lines' ? 'line' : 'bar',
    stack: drawing.kind === 'bars' ? 'all' : undefined,
    barMaxWidth: drawing.kind === 'rows' ? 22 : 48,
    barGap: '10%',
    barCategoryGap: drawing.kind === 'rows' ? '24%' : '20%',
    // where bars stand upon each other a thin line parts them
    itemStyle: drawing.kind === 'bars' ? { borderColor: token('surface'), borderWidth: 0.5 } : { borderRadius: [0, 3, 3, 0] },
    label: { show: drawing.kind === 'rows', position: 'right', fontSize: 11,
      color: number === drawing.series.length - 1 ? getComputedStyle(document.body).color : token('muted'),
      formatter: point => one.texts[point.dataIndex] + (point.value > longest() ? ' →' : '') },
    barMinHeight: drawing.kind === 'rows' ? 2 : 0,
    labelLayout: { hideOverlap: true },
    symbolSize: 7,
    symbol: 'circle',
    lineStyle: { width: 2 },
    emphasis: { focus: 'series' },
    color: colour(one.tint),
    data: one.data
  }));

  const tip = points => [points[0].axisValueLabel].concat(points
    .filter(point => point.value !== null && point.value !== undefined && point.value !== '-')
    .map(point => point.seriesName + ': ' + drawing.series[point.seriesIndex].texts[point.dataIndex])).join('\n');

  const axis = (more, muted, line) => ({
    axisLabel: { color: muted, hideOverlap: true },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: line } },
    ...more
  });

  // how many lines the legend takes: it wraps, and what is drawn begins below it
  const legendLines = (width, font) => {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = '12px ' + font;
    let lines = 1;
    let used = 0;
    for (const one of drawing.series) {
      const needs = 27 + pen.measureText(one.name).width;
      if (used > 0 && used + needs > width) {
        lines++;
        used = 0;
      }
      used += needs;
    }
    return lines;
  };

  const option = () => {
    const text = getComputedStyle(document.body);
    const muted = token('muted');
    const line = token('line');
    const below = legendLines(chart.getWidth(), text.fontFamily) * 24;
    const rows = drawing.kind === 'rows';
    const along = axis({ type: 'category', data: drawing.x, inverse: rows, splitLine: { show: false } }, muted, line);
    const across = axis({ type: 'value', axisLine: { show: false } }, muted, line);
    if (rows) {
      Object.assign(along.axisLabel, { color: text.color, interval: 0 });
      Object.assign(across, { show: false, max: longest() }); // every bar says its value
    }
    return {
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 300,
      textStyle: { fontFamily: text.fontFamily, color: text.color },
      grid: { left: rows ? 20 : 4, right: rows ? 96 : 12, top: below + (drawing.axis ? 34 : 14), bottom: 10, containLabel: true },
      title: { show: !!drawing.axis, text: drawing.axis, left: 0, top: below,
        textStyle: { color: muted, fontSize: 12, fontWeight: 'normal' } },
      legend: { left: 0, top: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12,
        textStyle: { color: text.color }, inactiveColor: muted },
      // a tooltip of HTML would need inline style, which our pages forbid
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, formatter: tip,
        axisPointer: { type: drawing.kind === 'lines' ? 'line' : 'shadow', shadowStyle: { color: line, opacity: 0.4 } },
        backgroundColor: token('surface'), borderColor: line, textStyle: { color: text.color, lineHeight: 18 } },
      xAxis: rows ? across : along,
      yAxis: rows ? along : across,
      series: series()
    };
  };

  const show = () => {
    const place = document.getElementById('chart');
    if (!place || !drawing || !window.echarts) {
      return;
    }
    if (!chart || !place.contains(chart.getDom())) {
      chart?.dispose();
      // in an element without an id: htmx would copy the style that the drawing sets there to the next page
      const canvas = place.appendChild(document.createElement('div'));
      chart = echarts.init(canvas, null, { renderer: 'canvas' });
      new ResizeObserver(() => {
        const before = chart.getWidth();
        chart.resize();
        if (chart.getWidth() !== before) {
          chart.setOption(option(), true);
        }
      }).observe(canvas);
    }
    chart.setOption(option(), true);
    const note = document.getElementById('chart-note');
    note.textContent = drawing.note || note.dataset.note; // the one says more than the other
  };

  const draw = async () => {
    const place = document.getElementById('chart');
    if (place) {
      const answer = await fetch(place.dataset.drawing, { headers: { Accept: 'application/json' } });
      if (answer.ok) {
        drawing = await answer.json();
        show();
      }
    }
  };

  new MutationObserver(show).observe(root, { attributes: true, attributeFilter: ['data-bs-theme'] });

  // --- another build is shown: the table and the chart follow ------------------------------------------------------

  let built = document.getElementById('standing')?.dataset.built;

  document.addEventListener('htmx:afterSwap', () => {
    const now = document.getElementById('standing')?.dataset.built;
    if (now !== undefined && now !== built) {
      built = now;
      htmx.ajax('GET', location.pathname + location.search, { target: '#view-body', select: '#view-body', swap: 'outerHTML' })
        .then(draw);
    }
  });

  // --- build again, stop building ----------------------------------------------------------------------------------

  const refuse = (words, language) => {
    const refused = document.getElementById('view-refused');
    refused.hidden = !words;
    refused.lang = language;
    refused.textContent = words;
  };

  const ask = async (button, path, request) => {
    button.disabled = true;
    try {
      const answer = await fetch(path, request);
      refuse(answer.ok ? '' : (await answer.json()).detail, 'en'); // refusals are told in English
    } catch {
      refuse(document.getElementById('view-refused').dataset.failed, root.lang); // the hub does not answer, or not in JSON
    } finally {
      button.disabled = false;
      htmx.trigger('#standing', 'hub:again');
    }
  };

  document.addEventListener('click', event => {
    const build = event.target.closest('[data-build]');
    if (build) {
      ask(build, '/api/replays', { method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ projection: build.dataset.build }) });
    }
    const stop = event.target.closest('[data-stop]');
    if (stop) {
      ask(stop, '/api/replays/' + stop.dataset.stop, { method: 'DELETE' });
    }
  });

  draw();
})();
