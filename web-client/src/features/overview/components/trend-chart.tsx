import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as install, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Series } from '../model/trend';
import { chartOptions, type ChartColors } from './chart-options';
import classes from './trend-chart.module.css';

install([AriaComponent, BarChart, GridComponent, LineChart, SVGRenderer, TooltipComponent]);

function colorsOf(element: HTMLElement): ChartColors {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    accent: color('--tollgate-chart-accent'),
    text: color('--mantine-color-dimmed'),
    grid: color('--tollgate-chart-grid'),
    surface: color('--mantine-color-body'),
    surfaceText: color('--mantine-color-text'),
  };
}

/** Draws a series; it follows the page's width and colors. */
export default function TrendChart({ series }: { series: Series }) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    const target = element.current;
    if (target === null) {
      return;
    }
    const drawn = init(target, null, { renderer: 'svg' });
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(target);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (element.current !== null) {
      chart.current?.setOption(chartOptions(series, colorsOf(element.current)), true);
    }
  }, [series, scheme]);

  return <div ref={element} className={classes['chart']} role="img" />;
}
