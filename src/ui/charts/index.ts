export { LevelChart } from './level-chart'
export { SkillChart } from './skill-chart'
export { TimeChart } from './time-chart'
