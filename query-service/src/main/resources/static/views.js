// The pages of views: draws the chart, and asks for a view to be built. Without it the table still says everything.
(() => {
  'use strict';

  const root = document.documentElement;
  let chart = null;
  let drawing = null;

  const token = name => getComputedStyle(root).getPropertyValue('--hub-' + name).trim();
  const colour = tint => token(/^[1-8]$/.test(tint) ? 'series-' + tint : tint) || token('muted');

  // --- chart: everything that is said comes from the server, everything that is seen from the style sheet ---------

  const series = () => drawing.series.map(one => ({
    name: one.name,
    type: drawing.kind === 'bars' ? 'bar' : 'line',
    stack: drawing.kind === 'bars' ? 'all' : undefined,
    barMaxWidth: 48,
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

  const option = () => {
    const text = getComputedStyle(document.body);
    const muted = token('muted');
    const line = token('line');
    return {
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 300,
      textStyle: { fontFamily: text.fontFamily, color: text.color },
      grid: { left: 4, right: 12, top: drawing.axis ? 64 : 44, bottom: 10, containLabel: true },
      legend: { type: 'scroll', left: 0, top: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12,
        textStyle: { color: text.color }, pageTextStyle: { color: muted }, pageIconColor: text.color,
        pageIconInactiveColor: line, inactiveColor: muted },
      // a tooltip of HTML would need inline style, which our pages forbid
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, formatter: tip,
        axisPointer: { type: drawing.kind === 'bars' ? 'shadow' : 'line', shadowStyle: { color: line, opacity: 0.4 } },
        backgroundColor: token('surface'), borderColor: line, textStyle: { color: text.color, lineHeight: 18 } },
      xAxis: axis({ type: 'category', data: drawing.x, splitLine: { show: false } }, muted, line),
      yAxis: axis({ type: 'value', name: drawing.axis, nameTextStyle: { color: muted, align: 'left' },
        axisLine: { show: false } }, muted, line),
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
      new ResizeObserver(() => chart.resize()).observe(canvas);
    }
    chart.setOption(option(), true);
    const note = document.getElementById('chart-note');
    note.textContent = [drawing.note, note.dataset.note].filter(Boolean).join(' ');
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
