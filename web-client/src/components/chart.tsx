import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as install, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

install([AriaComponent, BarChart, GridComponent, LineChart, SVGRenderer, TooltipComponent]);

/** The colors of the surrounding page. */
export interface ChartColors {
  accent: string;
  text: string;
  grid: string;
  surface: string;
  surfaceText: string;
}

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

interface Props<Series> {
  series: Series;
  /** The same function each time: what is drawn depends on the series. */
  options: (series: Series, colors: ChartColors) => EChartsCoreOption;
  height: number;
  /** Whether the next series has the same form as the one before, so that only its numbers are drawn anew. */
  sameForm?: boolean;
}

/** Draws a series; it follows the page's width and colors. */
export function Chart<Series>({ series, options, height, sameForm = false }: Props<Series>) {
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
      chart.current?.setOption(options(series, colorsOf(element.current)), !sameForm);
    }
  }, [series, options, sameForm, scheme]);

  return <div ref={element} style={{ width: '100%', height }} role="img" />;
}
